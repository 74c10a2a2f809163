package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class Mp3LengthTest {

    /** MPEG 1, layer 3, 64 kbit/s, 44.1 kHz: 208 bytes, 26.122 ms. */
    private static final byte[] FRAME = frame((byte) 0xfb, (byte) 0x50, 208);
    /** MPEG 2, layer 3, 32 kbit/s, 16 kHz: 144 bytes, 36 ms. */
    private static final byte[] SLOW_FRAME = frame((byte) 0xf3, (byte) 0x48, 144);

    @Test
    void it_plays_as_long_as_its_frames() {
        assertEquals(Duration.ofMillis(2612), Mp3Length.of(times(100, FRAME)));
        assertEquals(Duration.ofMillis(3600), Mp3Length.of(times(100, SLOW_FRAME)));
    }

    @Test
    void a_picture_in_its_tag_is_not_played() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0x0c, 0x50});
        file.writeBytes(times(1, FRAME));
        file.writeBytes(new byte[1616 - FRAME.length]);
        file.writeBytes(times(10, FRAME));
        assertEquals(Duration.ofMillis(261), Mp3Length.of(file.toByteArray()));
    }

    @Test
    void what_is_no_mp3_has_no_length() {
        assertEquals(Duration.ZERO, Mp3Length.of("hello, this is no sound".getBytes()));
        assertEquals(Duration.ZERO, Mp3Length.of(new byte[0]));
    }

    private static byte[] frame(byte kind, byte rates, int length) {
        var frame = new byte[length];
        frame[0] = (byte) 0xff;
        frame[1] = kind;
        frame[2] = rates;
        return frame;
    }

    private static byte[] times(int count, byte[] frame) {
        var file = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            file.writeBytes(frame);
        }
        return file.toByteArray();
    }
}
