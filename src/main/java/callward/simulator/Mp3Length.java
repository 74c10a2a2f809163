package callward.simulator;

import java.time.Duration;

/** How long an MP3 file plays: the sum of its frames, as a telephone would play them. */
final class Mp3Length {

    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    private final byte[] file;
    private double seconds;

    private Mp3Length(byte[] file) {
        this.file = file;
    }

    /** Nothing where there is no frame. */
    static Duration of(byte[] file) {
        return new Mp3Length(file).walk();
    }

    private Duration walk() {
        int at = afterTag();
        while (at + 4 <= file.length) {
            int length = frame(at);
            at += Math.max(1, length);
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** ID3v2 says its own length, seven bits to the byte. */
    private int afterTag() {
        boolean tagged = file.length > 10 && file[0] == 'I' && file[1] == 'D' && file[2] == '3';
        return tagged ? 10 + ((file[6] & 0x7f) << 21 | (file[7] & 0x7f) << 14 | (file[8] & 0x7f) << 7 | file[9] & 0x7f) : 0;
    }

    /** @return bytes of the layer 3 frame that begins here, or 0 */
    private int frame(int at) {
        int version = file[at + 1] >> 3 & 3; // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
        int bitrate = file[at + 2] >> 4 & 15;
        int rate = file[at + 2] >> 2 & 3;
        boolean header = file[at] == (byte) 0xff && (file[at + 1] & 0xe6) == 0xe2 && version != 1 && bitrate != 0 && bitrate != 15 && rate != 3;
        if (!header) {
            return 0;
        }
        int hertz = HERTZ[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        int samples = version == 3 ? 1152 : 576;
        seconds += (double) samples / hertz;
        return samples / 8 * (version == 3 ? KILOBITS_1 : KILOBITS_2)[bitrate] * 1000 / hertz + (file[at + 2] >> 1 & 1);
    }
}
