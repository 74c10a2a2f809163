package callward.greeting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sound files made on the spot. */
public final class Sounds {

    private static final int FRAME_BYTES = 417;

    private Sounds() { }

    /** MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 1,152 silent samples a frame. */
    public static byte[] mp3(int frames) {
        byte[] file = new byte[frames * FRAME_BYTES];
        for (int i = 0; i < frames; i++) {
            file[i * FRAME_BYTES] = (byte) 0xff;
            file[i * FRAME_BYTES + 1] = (byte) 0xfb;
            file[i * FRAME_BYTES + 2] = (byte) 0x90;
        }
        return file;
    }

    /** MPEG 2.5 layer III at 8 kbit/s and 8 kHz: 72 bytes for 72 ms. The longest sound that fits into so few bytes. */
    static byte[] longestMp3(int bytes) {
        byte[] file = new byte[bytes / 72 * 72];
        for (int at = 0; at < file.length; at += 72) {
            file[at] = (byte) 0xff;
            file[at + 1] = (byte) 0xe3;
            file[at + 2] = 0x18;
        }
        return file;
    }

    public static byte[] id3(String title) {
        byte[] text = title.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer tag = ByteBuffer.allocate(10 + 10 + 1 + text.length);
        tag.put("ID3".getBytes(StandardCharsets.US_ASCII)).put((byte) 3).put((byte) 0).put((byte) 0).putInt(11 + text.length);
        tag.put("TIT2".getBytes(StandardCharsets.US_ASCII)).putInt(1 + text.length).putShort((short) 0).put((byte) 0).put(text);
        return tag.array();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** A tone of that pitch, 16 bits linear. */
    public static byte[] wav(double seconds, float rate, int channels, double pitch) {
        return written(tone(seconds, rate, channels, pitch));
    }

    public static byte[] wav(double seconds, float rate, AudioFormat.Encoding encoding) {
        AudioInputStream linear = tone(seconds, rate, 1, 400);
        return written(AudioSystem.getAudioInputStream(new AudioFormat(encoding, rate, 8, 1, 1, rate, false), linear));
    }

    private static AudioInputStream tone(double seconds, float rate, int channels, double pitch) {
        int frames = (int) (seconds * rate);
        ByteBuffer samples = ByteBuffer.allocate(frames * channels * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples.putShort((short) (20_000 * Math.sin(2 * Math.PI * pitch * i / rate)));
            }
        }
        AudioFormat format = new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, rate, 16, channels, 2 * channels, rate, false);
        return new AudioInputStream(new ByteArrayInputStream(samples.array()), format, frames);
    }

    private static byte[] written(AudioInputStream sound) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The loudest sample of what we made of a WAV, edges left out. */
    static int loudest(Sound sound) {
        ByteBuffer samples = ByteBuffer.wrap(sound.content()).order(ByteOrder.LITTLE_ENDIAN);
        int loudest = 0;
        for (int at = 44 + 400; at < samples.limit() - 400; at += 2) {
            loudest = Math.max(loudest, Math.abs(samples.getShort(at)));
        }
        return loudest;
    }
}
