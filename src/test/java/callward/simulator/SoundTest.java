package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class SoundTest {

    @Test
    void more_words_take_longer() {
        var few = Sound.hummed("Call me back");
        var many = Sound.hummed("Call me back as soon as you can, it is about the ticket of last week");
        assertTrue(many.length().compareTo(few.length().multipliedBy(3)) > 0);
        assertTrue(few.length().compareTo(Duration.ofMillis(500)) > 0);
    }

    @Test
    void a_hum_can_be_heard() {
        int loudest = 0;
        for (short sample : Sound.hummed("hello").samples()) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        assertTrue(loudest > 3000 && loudest < 32_767, "loudest " + loudest);
    }

    @Test
    void a_wav_file_is_read_as_it_was_written() throws IOException {
        var sound = Sound.hummed("one two three");
        assertArrayEquals(sound.samples(), WaveFile.read(WaveFile.bytes(sound)).samples());
    }

    @Test
    void a_microphones_stereo_sound_becomes_a_telephones() throws IOException {
        var studio = new AudioFormat(48_000, 16, 2, true, false);
        var file = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(new byte[48_000 * 4 * 3]), studio, 48_000 * 3), AudioFileFormat.Type.WAVE, file);
        assertEquals(Duration.ofSeconds(3), WaveFile.read(file.toByteArray()).length());
    }

    @Test
    void what_is_no_wav_file_is_refused() {
        assertThrows(IOException.class, () -> WaveFile.read("hello".getBytes()));
    }
}
