package callward.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Sees whether a file is a whole WAV, and how long it lasts. */
final class WavFile {

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746d66;
    private static final int DATA = 0x61746164;

    private WavFile() { }

    /** @throws SoundNotKept when it is something else, or cut off */
    static double seconds(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer head = read(file, 0, 12);
            if (head.getInt(0) != RIFF || head.getInt(8) != WAVE) {
                throw new SoundNotKept("What the carrier sent is not a WAV file.");
            }
            return walk(file);
        }
    }

    private static double walk(FileChannel file) throws IOException {
        long bytesPerSecond = 0;
        long at = 12;
        while (at + 8 <= file.size()) {
            ByteBuffer chunk = read(file, at, 8);
            long length = Integer.toUnsignedLong(chunk.getInt(4));
            at += 8;
            if (chunk.getInt(0) == FORMAT) {
                bytesPerSecond = Integer.toUnsignedLong(read(file, at + 8, 4).getInt(0));
            } else if (chunk.getInt(0) == DATA) {
                return seconds(length, file.size() - at, bytesPerSecond);
            }
            at += length + length % 2;
        }
        throw cutOff();
    }

    /** A writer that did not know the length when it began leaves 0 or the largest number there. */
    private static double seconds(long declared, long present, long bytesPerSecond) {
        boolean unknown = declared == 0 || declared >= 0x7fffff00L;
        if (bytesPerSecond == 0 || !unknown && present < declared) {
            throw cutOff();
        }
        return (double) (unknown ? present : declared) / bytesPerSecond;
    }

    private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw cutOff();
            }
        }
        return bytes;
    }

    private static SoundNotKept cutOff() {
        return new SoundNotKept("The sound that the carrier sent is cut off.");
    }
}
