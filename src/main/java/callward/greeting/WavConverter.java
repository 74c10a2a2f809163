package callward.greeting;

import callward.greeting.SoundRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads a WAV of any kind the JDK knows and writes what telephones carry: 8,000 samples a second, 16 bits, one channel. */
final class WavConverter {

    static final int RATE = 8_000;
    private static final int HEADER = 44;

    private final int maxSeconds;

    WavConverter(int maxSeconds) {
        this.maxSeconds = maxSeconds;
    }

    Sound convert(byte[] file) throws SoundRefused {
        try (AudioInputStream source = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            AudioFormat format = sane(source.getFormat());
            withinLength(source.getFrameLength() / (double) format.getFrameRate());
            float[] samples = samples(source, format, file.length);
            short[] spoken = Resampler.resample(samples, format.getSampleRate(), RATE);
            return new Sound(Sound.WAV, wav(spoken), (double) spoken.length / RATE);
        } catch (UnsupportedAudioFileException | IllegalArgumentException unknownKind) {
            throw new SoundRefused(Reason.NOT_CONVERTIBLE);
        } catch (IOException cutOff) {
            throw new SoundRefused(Reason.DAMAGED);
        }
    }

    private static AudioFormat sane(AudioFormat format) throws SoundRefused {
        boolean sane = format.getSampleRate() >= 4_000 && format.getSampleRate() <= 192_000
                && format.getChannels() >= 1 && format.getChannels() <= 8;
        if (!sane) {
            throw new SoundRefused(Reason.NOT_CONVERTIBLE);
        }
        return format;
    }

    /** As the file itself says, before anything of it is decoded. */
    private void withinLength(double seconds) throws SoundRefused {
        if (seconds > maxSeconds) {
            throw new SoundRefused(Reason.TOO_LONG, seconds, maxSeconds);
        }
    }

    /** One channel, -1 to 1: the mean of all of them. Decoded a piece at a time: a large file in several shapes at once is what fills a heap. */
    private float[] samples(AudioInputStream source, AudioFormat format, int bytes) throws SoundRefused, IOException {
        int channels = format.getChannels();
        AudioFormat linear = new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, format.getSampleRate(), 16, channels, 2 * channels,
                format.getSampleRate(), false);
        long declared = source.getFrameLength();
        // one second more than allowed is enough to see that it is too long; and no frame is shorter than a byte
        float[] samples = new float[(int) Math.min(bytes, (maxSeconds + 1L) * (long) format.getSampleRate())];
        int frames = 0;
        try (AudioInputStream decoded = AudioSystem.getAudioInputStream(linear, source)) {
            byte[] piece = new byte[4_096 * linear.getFrameSize()];
            int read;
            while (frames < samples.length && (read = decoded.readNBytes(piece, 0, piece.length)) > 0) {
                ByteBuffer values = ByteBuffer.wrap(piece, 0, read).order(ByteOrder.LITTLE_ENDIAN);
                for (; frames < samples.length && values.remaining() >= linear.getFrameSize(); frames++) {
                    for (int channel = 0; channel < channels; channel++) {
                        samples[frames] += values.getShort() / 32_768f / channels;
                    }
                }
            }
        }
        if (declared > 0 && frames < samples.length && frames < declared * 0.99 - 1) {
            throw new SoundRefused(Reason.DAMAGED);
        }
        return Arrays.copyOf(samples, frames);
    }

    private static byte[] wav(short[] samples) {
        int bytes = samples.length * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(bytes);
        wav.asShortBuffer().put(samples);
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
