package callward.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Writes and reads sounds as WAV files. */
final class WaveFile {

    private static final AudioFormat TELEPHONE = new AudioFormat(Sound.RATE, 16, 1, true, false);

    private WaveFile() {
    }

    static byte[] bytes(Sound sound) {
        var pcm = ByteBuffer.allocate(sound.samples().length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : sound.samples()) {
            pcm.putShort(sample);
        }
        var file = new ByteArrayOutputStream();
        try (var stream = new AudioInputStream(new ByteArrayInputStream(pcm.array()), TELEPHONE, sound.samples().length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }

    /** The sound of any WAV file with 16-bit samples, brought to the telephone's rate. */
    static Sound read(byte[] file) throws IOException {
        try (var stream = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            var format = stream.getFormat();
            if (format.getSampleSizeInBits() != 16 || format.getEncoding() != AudioFormat.Encoding.PCM_SIGNED) {
                throw new IOException("only 16-bit PCM is understood, not " + format);
            }
            var order = format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            return resampled(ByteBuffer.wrap(stream.readAllBytes()).order(order), format);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("not a WAV file", e);
        }
    }

    private static Sound resampled(ByteBuffer pcm, AudioFormat format) {
        int frame = format.getFrameSize();
        double step = format.getSampleRate() / Sound.RATE;
        var samples = new short[(int) (pcm.limit() / frame / step)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = pcm.getShort((int) (i * step) * frame);
        }
        return new Sound(samples);
    }
}
