package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class RecordTest extends InTown {

    @Test
    void a_message_becomes_a_sound_that_can_be_fetched() throws Exception {
        app.on("/recorded", "<Say>Thanks</Say>").on("/there", CustomerApp.Reply.of(204, null, ""));
        annHears("<Record action=\"/recorded\" recordingStatusCallback=\"/there\" maxLength=\"60\"/>")
                .hearsTone().says("Please call me back about the broken widget").presses("#").hears("thanks").endsAs("completed");
        var action = app.wasAsked("/recorded");
        assertEquals("#", action.get("Digits"));
        var there = app.wasAsked("/there");
        assertEquals("completed", there.get("RecordingStatus"));
        assertEquals("RecordVerb", there.get("RecordingSource"));
        assertEquals(action.get("RecordingUrl"), there.get("RecordingUrl"));
        assertEquals(action.get("RecordingSid"), there.get("RecordingSid"));
        assertTrue(there.signed());

        var sound = fetch(there.get("RecordingUrl") + ".wav");
        assertEquals(200, sound.statusCode());
        try (var wav = AudioSystem.getAudioInputStream(new ByteArrayInputStream(sound.body()))) {
            assertEquals(8000, wav.getFormat().getSampleRate());
            double seconds = wav.getFrameLength() / 8000.0;
            assertEquals(Integer.parseInt(there.get("RecordingDuration")), seconds, 0.5);
            assertTrue(seconds > 2 && seconds < 10, seconds + " s");
        }
        assertEquals(404, fetch(there.get("RecordingUrl") + ".mp3").statusCode());
    }

    private static HttpResponse<byte[]> fetch(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    @Test
    void silence_after_words_ends_it() {
        app.on("/recorded", "<Hangup/>");
        annHears("<Record action=\"/recorded\" timeout=\"3\"/>").hearsTone().says("Hello there").waitsInSilence().endsAs("completed");
        assertNull(app.wasAsked("/recorded").get("Digits"));
    }

    @Test
    void nothing_but_silence_falls_through() {
        annHears("<Record action=\"/recorded\"/><Say>You said nothing</Say>")
                .hearsTone().waitsInSilence().hears("you said nothing").endsAs("completed");
        assertEquals(0, app.asked("/recorded").size());
    }

    @Test
    void hanging_up_is_told_and_the_message_kept() {
        app.on("/recorded", "<Say>Too late</Say>").on("/there", CustomerApp.Reply.of(204, null, ""));
        annHears("<Record action=\"/recorded\" recordingStatusCallback=\"/there\"/>")
                .hearsTone().says("Bye").hangsUp().endsAs("completed").neverHeard("too late");
        assertEquals("hangup", app.wasAsked("/recorded").get("Digits"));
        assertEquals("completed", app.wasAsked("/recorded").get("CallStatus"));
        assertEquals("completed", app.wasAsked("/there").get("RecordingStatus"));
    }

    @Test
    void the_limit_ends_it() {
        app.on("/recorded", "<Hangup/>");
        annHears("<Record action=\"/recorded\" timeout=\"0\" maxLength=\"20\"/>").hearsTone().says("Hello").waitsInSilence().endsAs("completed");
        assertEquals(1, app.wasAsked("/recorded", 1).size());
    }

    @Test
    void a_key_that_does_not_finish_is_ignored_and_the_beep_may_be_left_out() {
        app.on("/recorded", "<Hangup/>");
        var ann = annHears("<Say>Now</Say><Record action=\"/recorded\" finishOnKey=\"1\" playBeep=\"false\"/>").hears("now").says("Hello").presses("2");
        town.settle();
        assertEquals("in-progress", ann.status());
        ann.presses("1").endsAs("completed");
        assertEquals("1", app.wasAsked("/recorded").get("Digits"));
        assertFalse(ann.lines().contains("beep"));
    }

    @Test
    void a_transcript_follows_where_it_is_wanted() {
        app.on("/recorded", "<Hangup/>").on("/words", CustomerApp.Reply.of(204, null, ""));
        annHears("<Record action=\"/recorded\" maxLength=\"100\" transcribe=\"true\" transcribeCallback=\"/words\"/>")
                .hearsTone().says("Please send somebody to repair the widget").presses("1").endsAs("completed");
        var words = app.wasAsked("/words");
        assertEquals("completed", words.get("TranscriptionStatus"));
        assertEquals("(simulated transcript) Please send somebody to repair the widget", words.get("TranscriptionText"));
        assertEquals(ANN, words.get("From"));
    }

    @Test
    void a_message_too_short_for_a_transcript_has_none() {
        app.on("/recorded", "<Hangup/>").on("/words", CustomerApp.Reply.of(204, null, ""));
        annHears("<Record action=\"/recorded\" transcribe=\"true\" transcribeCallback=\"/words\"/>").hearsTone().says("Hi").presses("1");
        assertEquals("failed", app.wasAsked("/words").get("TranscriptionStatus"));
    }

    @Test
    void transcribing_and_a_long_limit_exclude_each_other() {
        annHears("<Record maxLength=\"600\" transcribe=\"true\"/>").hearsTone().hangsUp().endsAs("completed");
        town.alerts(13615);
        town.settle();
    }

    @Test
    void recorded_sound_is_the_callers_own_where_he_lent_it() throws Exception {
        app.on("/recorded", "<Hangup/>").on("/there", CustomerApp.Reply.of(204, null, ""));
        var ann = annHears("<Record action=\"/recorded\" recordingStatusCallback=\"/there\"/>").hearsTone();
        var sound = Sound.silence(Duration.ofSeconds(7));
        ann.call().says("(sound)", sound);
        ann.presses("1").endsAs("completed");
        assertEquals("7", app.wasAsked("/there").get("RecordingDuration"));
        assertEquals(WaveFile.bytes(sound).length, fetch(app.wasAsked("/there").get("RecordingUrl")).body().length);
    }
}
