package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.greeting.SoundRefused.Reason;
import callward.house.Covers;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers({"S0.05", "S0.19"})
class SoundCheckTest {

    private final SoundCheck check = new SoundCheck(5_000_000, 120);

    @Test
    void an_mp3_is_kept_as_it_is() throws Exception {
        byte[] file = Sounds.mp3(100);
        Sound sound = check.check(file);
        assertEquals("audio/mpeg", sound.contentType());
        assertArrayEquals(file, sound.content());
        assertEquals(100 * 1152 / 44_100.0, sound.seconds(), 0.001);
    }

    @Test
    void tags_of_an_mp3_are_dropped() throws Exception {
        byte[] tail = Arrays.copyOf("TAG<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII), 128);
        Sound sound = check.check(Sounds.joined(Sounds.id3("<script>alert(1)</script>"), Sounds.mp3(100), tail));
        assertArrayEquals(Sounds.mp3(100), sound.content());
    }

    @Test
    void what_hides_between_the_frames_is_dropped() throws Exception {
        byte[] page = "<html><script>alert(document.domain)</script></html>".getBytes(StandardCharsets.US_ASCII);
        Sound sound = check.check(Sounds.joined(Sounds.mp3(50), page, Sounds.mp3(50)));
        assertArrayEquals(Sounds.mp3(100), sound.content());
    }

    @Test
    void the_last_frame_of_a_truncated_mp3_is_dropped() throws Exception {
        byte[] file = Sounds.mp3(100);
        assertArrayEquals(Sounds.mp3(99), check.check(Arrays.copyOf(file, file.length - 10)).content());
    }

    @ParameterizedTest
    @ValueSource(floats = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000})
    void a_wav_of_any_rate_becomes_what_telephones_carry(float rate) throws Exception {
        Sound sound = check.check(Sounds.wav(1.5, rate, 2, 400));
        AudioFormat format = AudioSystem.getAudioFileFormat(new ByteArrayInputStream(sound.content())).getFormat();
        assertEquals("audio/wav", sound.contentType());
        assertEquals(new AudioFormat(8_000, 16, 1, true, false).toString(), format.toString());
        assertEquals(1.5, sound.seconds(), 0.001);
        assertEquals(20_000, Sounds.loudest(sound), 400);
    }

    @Test
    void what_a_telephone_cannot_carry_is_taken_out_instead_of_folded_down() throws Exception {
        assertTrue(Sounds.loudest(check.check(Sounds.wav(1, 44_100, 1, 6_000))) < 200);
    }

    @Test
    void a_law_and_mu_law_are_converted() throws Exception {
        assertEquals(20_000, Sounds.loudest(check.check(Sounds.wav(1, 8_000, AudioFormat.Encoding.ULAW))), 800);
        assertEquals(20_000, Sounds.loudest(check.check(Sounds.wav(1, 8_000, AudioFormat.Encoding.ALAW))), 800);
    }

    @Test
    void a_wav_that_is_cut_off_is_refused() {
        byte[] file = Sounds.wav(2, 16_000, 1, 400);
        assertEquals(Reason.DAMAGED, refused(Arrays.copyOf(file, file.length / 2)));
        assertEquals(Reason.NOT_CONVERTIBLE, refused(Arrays.copyOf(file, 30)));
    }

    @Test
    void too_many_bytes_are_refused_with_both_figures() {
        SoundRefused refusal = assertThrows(SoundRefused.class, () -> new SoundCheck(40_000, 120).check(Sounds.mp3(150)));
        assertEquals(Reason.TOO_MANY_BYTES, refusal.reason());
        assertTrue(refusal.getMessage().contains("0.1 MB"), refusal.getMessage());
    }

    @Test
    void a_small_file_that_lasts_too_long_is_refused() {
        assertEquals(Reason.TOO_LONG, refused(Sounds.longestMp3(4_900_000)));
        assertEquals(Reason.TOO_LONG, refused(Sounds.wav(121, 8_000, AudioFormat.Encoding.ULAW)));
    }

    @Test
    void the_refusal_says_how_long_it_really_is() {
        SoundRefused refusal = assertThrows(SoundRefused.class, () -> check.check(Sounds.wav(200, 8_000, 1, 400)));
        assertTrue(refusal.getMessage().contains("200 seconds"), refusal.getMessage());
    }

    @Test
    void sound_just_within_the_limit_is_taken() throws Exception {
        assertEquals(120, check.check(Sounds.wav(120, 8_000, 1, 400)).seconds(), 0.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "<!DOCTYPE html><html><script>alert(1)</script></html>",
        "%PDF-1.7 1 0 obj", "PK\u0003\u0004 a jar", "GIF89a", "#!/bin/sh\nrm -rf /", "just words", "../../etc/passwd", "RIFF", "ID3"})
    void what_is_not_sound_is_refused_whatever_it_is_called(String content) {
        assertTrue(switch (refused(content.getBytes(StandardCharsets.ISO_8859_1))) {
            case NOT_SOUND, DAMAGED, NOT_CONVERTIBLE -> true;
            default -> false;
        });
    }

    @Test
    void nothing_and_silence_of_no_length_are_refused() {
        assertEquals(Reason.EMPTY, refused(new byte[0]));
        assertEquals(Reason.TOO_SHORT, refused(Sounds.wav(0.01, 8_000, 1, 400)));
    }

    @Test
    void an_id3_tag_that_claims_more_than_there_is_is_refused() {
        byte[] tag = Sounds.id3("x");
        tag[6] = tag[7] = tag[8] = tag[9] = 0x7f;
        assertEquals(Reason.DAMAGED, refused(Sounds.joined(tag, Sounds.mp3(10))));
    }

    @Test
    void five_million_near_misses_do_not_keep_us_busy() {
        byte[] misses = new byte[4_900_000];
        for (int i = 0; i < misses.length; i += 2) {
            misses[i] = (byte) 0xff;
            misses[i + 1] = (byte) 0xfb;
        }
        byte[] file = Sounds.joined(Sounds.id3("x"), misses);
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(Reason.DAMAGED, refused(file)));
    }

    @Test
    void mutilated_files_are_taken_or_refused_but_never_break_us() {
        Random chance = new Random(20_261_121);
        byte[][] good = {Sounds.mp3(20), Sounds.wav(0.5, 16_000, 2, 400), Sounds.wav(0.5, 8_000, AudioFormat.Encoding.ULAW),
            Sounds.joined(Sounds.id3("title"), Sounds.mp3(20))};
        for (int i = 0; i < 4_000; i++) {
            byte[] file = good[i % good.length].clone();
            for (int n = 1 + chance.nextInt(8); n > 0; n--) {
                file[chance.nextInt(chance.nextBoolean() ? 64 : file.length)] = (byte) chance.nextInt(256);
            }
            try {
                assertTrue(check.check(file).seconds() <= 120);
            } catch (SoundRefused said) {
                assertFalse(said.getMessage().isBlank());
            }
        }
    }

    @Test
    void every_refusal_has_its_sentence_in_both_languages() {
        for (Locale reader : new Locale[] {Locale.ENGLISH, Locale.of("es")}) {
            ResourceBundle texts = ResourceBundle.getBundle("callward.texts", reader);
            for (Reason reason : Reason.values()) {
                assertFalse(texts.getString("sound." + reason).isBlank());
            }
        }
        assertTrue(new SoundRefused(Reason.TOO_LONG, 300.4, 120).sentence(Locale.of("es")).startsWith("El sonido dura 300 segundos"));
        assertTrue(new SoundRefused(Reason.TOO_LONG, 300.4, 120).sentence(Locale.GERMAN).startsWith("The sound lasts 300 seconds"));
    }

    private Reason refused(byte[] file) {
        return assertThrows(SoundRefused.class, () -> check.check(file)).reason();
    }
}
