package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedAccountTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @TempDir
    Path directory;

    private SimulatedAccount open() {
        return SimulatedAccount.open(directory, "AC1", "token");
    }

    @Test
    void numbers_and_their_settings_survive_a_restart() {
        var number = SimulatedNumber.rented("+15550100100", NOW);
        number.settings.put("VoiceUrl", "https://example.com/voice");
        open().add(number);
        var again = open().number("+15550100100").orElseThrow();
        assertEquals(number.sid, again.sid);
        assertEquals("https://example.com/voice", again.setting("VoiceUrl", null));
        assertEquals(NOW, again.created);
    }

    @Test
    void recordings_survive_a_restart_with_their_sound() {
        var account = open();
        var recording = new SimulatedRecording();
        recording.sid = "RE1";
        recording.status = "completed";
        account.add(recording);
        account.keep(recording, Sound.hummed("hello"));
        var again = open();
        assertArrayEquals(WaveFile.bytes(Sound.hummed("hello")), again.sound(again.recordings().get(0)).orElseThrow());
        again.delete(again.recordings().get(0));
        assertFalse(Files.exists(directory.resolve("recordings/RE1.wav")));
        assertTrue(open().recordings().isEmpty());
    }

    @Test
    void phones_keep_their_habits() {
        open().habit("+15551110001", "VOICEMAIL");
        var exchange = new Exchange(open(), new FastForward(NOW), new Exchange.Habits(0, "http://x"));
        assertEquals(PhoneHabit.VOICEMAIL, exchange.phone("+15551110001").habit());
    }

    @Test
    void nothing_half_written_is_left_behind() throws IOException {
        for (int i = 0; i < 20; i++) {
            open().verify("+1555000000" + i);
        }
        try (var files = Files.list(directory)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void no_credentials_are_on_file() throws IOException {
        var account = SimulatedAccount.open(directory, "AC-canary", "token-canary");
        account.apiKey("SK-canary", "secret-canary");
        account.verify("+15550000001");
        assertFalse(Files.readString(directory.resolve("account.json")).contains("canary"));
    }

    @Test
    void credentials_are_the_token_or_the_api_key() {
        var account = open();
        account.apiKey("SK1", "secret");
        assertTrue(account.knows("AC1", "token"));
        assertTrue(account.knows("SK1", "secret"));
        assertFalse(account.knows("AC1", "secret"));
        assertFalse(account.knows("SK1", "token"));
    }

    @Test
    void whoever_waits_for_news_is_woken() throws InterruptedException {
        var bell = new ChangeBell();
        long seen = bell.rings();
        assertEquals(seen, bell.await(seen, Duration.ofMillis(20)));
        Thread.ofVirtual().start(bell::ring);
        assertEquals(seen + 1, bell.await(seen, Duration.ofSeconds(10)));
    }
}
