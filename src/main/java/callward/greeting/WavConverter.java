package callward.greeting;

import callward.greeting.SoundRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
            double[] samples = samples(source, format);
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

    /** One channel, -1 to 1: the mean of all of them. */
    private double[] samples(AudioInputStream source, AudioFormat format) throws SoundRefused, IOException {
        int channels = format.getChannels();
        AudioFormat linear = new AudioFormat(AudioFormat.Encoding.PCM_SIGNED, format.getSampleRate(), 16, channels, 2 * channels,
                format.getSampleRate(), false);
        ByteBuffer bytes = ByteBuffer.wrap(linear(source, format, linear)).order(ByteOrder.LITTLE_ENDIAN);
        double[] samples = new double[bytes.remaining() / linear.getFrameSize()];
        for (int i = 0; i < samples.length; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[i] += bytes.getShort() / 32_768.0 / channels;
            }
        }
        return samples;
    }

    private byte[] linear(AudioInputStream source, AudioFormat format, AudioFormat linear) throws SoundRefused, IOException {
        long declared = source.getFrameLength();
        // one second more than allowed is enough to see that it is too long
        int most = (int) Math.min(Integer.MAX_VALUE - 8L, (maxSeconds + 1L) * (long) format.getSampleRate() * linear.getFrameSize());
        try (AudioInputStream decoded = AudioSystem.getAudioInputStream(linear, source)) {
            byte[] bytes = decoded.readNBytes(most);
            if (declared > 0 && bytes.length < most && bytes.length / linear.getFrameSize() < declared * 0.99 - 1) {
                throw new SoundRefused(Reason.DAMAGED);
            }
            return bytes;
        }
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
