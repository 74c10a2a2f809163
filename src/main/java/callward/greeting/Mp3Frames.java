package callward.greeting;

import callward.greeting.SoundRefused.Reason;
import com.mpatric.mp3agic.InvalidDataException;
import com.mpatric.mp3agic.MpegFrame;
import java.io.ByteArrayOutputStream;

/**
 * Takes the audio frames out of an MP3 and leaves everything else behind: ID3 tags (their titles carry markup, their pictures weight),
 * and whatever a forger put between the frames.
 */
final class Mp3Frames {

    private static final int HEADER = 4;
    /** Three headers where the one before says they are: chance does not do that. */
    private static final int IN_A_ROW = 3;

    private final byte[] file;
    private final ByteArrayOutputStream frames;
    private MpegFrame first;
    private double seconds;

    private Mp3Frames(byte[] file) {
        this.file = file;
        this.frames = new ByteArrayOutputStream(file.length);
    }

    static Sound of(byte[] file) throws SoundRefused {
        return new Mp3Frames(file).walk();
    }

    private Sound walk() throws SoundRefused {
        int at = afterTag();
        int lost = 0;
        while (at + HEADER <= file.length) {
            MpegFrame frame = frameAt(at);
            if (frame != null && (first != null || followed(at, IN_A_ROW))) {
                take(frame, at);
                at += frame.getLengthInBytes();
            } else {
                at++;
                lost++;
            }
        }
        if (first == null || lost > frames.size()) {
            throw new SoundRefused(Reason.DAMAGED);
        }
        return new Sound(Sound.MP3, frames.toByteArray(), seconds);
    }

    /** ID3v2 says its own length, seven bits to the byte. */
    private int afterTag() {
        if (file.length > 10 && file[0] == 'I' && file[1] == 'D' && file[2] == '3') {
            int length = (file[6] & 0x7f) << 21 | (file[7] & 0x7f) << 14 | (file[8] & 0x7f) << 7 | file[9] & 0x7f;
            return Math.min(file.length, 10 + length);
        }
        return 0;
    }

    private boolean followed(int at, int more) {
        MpegFrame frame = frameAt(at);
        if (frame == null) {
            return false;
        }
        int next = at + frame.getLengthInBytes();
        return more == 0 || next == file.length || followed(next, more - 1);
    }

    /** The whole frame that begins here, or null. */
    private MpegFrame frameAt(int at) {
        if (at + HEADER > file.length || !looksLikeLayer3(file[at], file[at + 1], file[at + 2])) {
            return null;
        }
        try {
            MpegFrame frame = new MpegFrame(file[at], file[at + 1], file[at + 2], file[at + 3]);
            return usable(frame) && at + frame.getLengthInBytes() <= file.length ? frame : null;
        } catch (InvalidDataException | RuntimeException noHeader) {
            return null;
        }
    }

    /** Before the library looks, whose refusals are exceptions: a file of five million near misses would take minutes. */
    private static boolean looksLikeLayer3(byte sync, byte kind, byte rates) {
        boolean header = sync == (byte) 0xff && (kind & 0xe0) == 0xe0 && (kind & 0x18) != 0x08 && (kind & 0x06) == 0x02;
        int bitrate = rates & 0xf0;
        return header && bitrate != 0 && bitrate != 0xf0 && (rates & 0x0c) != 0x0c;
    }

    private boolean usable(MpegFrame frame) {
        return MpegFrame.MPEG_LAYER_3.equals(frame.getLayer()) && frame.getLengthInBytes() > HEADER
                && (first == null || first.getSampleRate() == frame.getSampleRate() && first.getVersion().equals(frame.getVersion()));
    }

    private void take(MpegFrame frame, int at) {
        if (first == null) {
            first = frame;
        }
        frames.write(file, at, frame.getLengthInBytes());
        seconds += (MpegFrame.MPEG_VERSION_1_0.equals(frame.getVersion()) ? 1152.0 : 576.0) / frame.getSampleRate();
    }
}
