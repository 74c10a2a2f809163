package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialTest extends InTown {

    @Test
    void two_people_talk() {
        app.on("/dialled", "<Say>Over</Say>");
        var tom = town.phone(TOM);
        var ann = annHears("<Dial action=\"/dialled\">" + TOM + "</Dial><Say>Never</Say>").hearsRinging();
        tom.rings().answers();
        ann.isConnected().says("Hello Tom");
        tom.hears("hello tom").says("Hello Ann");
        ann.hears("hello ann");
        town.settle();
        town.passes(Duration.ofSeconds(42));
        tom.hangsUp();
        ann.hears("over").endsAs("completed").neverHeard("never");
        var action = app.wasAsked("/dialled");
        assertEquals("completed", action.get("DialCallStatus"));
        assertEquals("true", action.get("DialBridged"));
        assertEquals("42", action.get("DialCallDuration"));
        assertEquals(tom.callSid(), action.get("DialCallSid"));
        assertEquals(ANN, tom.display());
    }

    @Test
    void nobody_answers_in_time() {
        app.on("/dialled", "<Say>Sorry</Say>");
        var ann = annHears("<Dial timeout=\"10\" action=\"/dialled\"><Number>" + TOM + "</Number></Dial>").hearsRinging();
        var tom = town.phone(TOM).rings();
        town.passes(Duration.ofSeconds(14));
        assertEquals("ringing", tom.status());
        town.passes(Duration.ofSeconds(1)); // Twilio adds five seconds to what was asked for
        tom.endsAs("no-answer");
        ann.hears("sorry").endsAs("completed");
        var action = app.wasAsked("/dialled");
        assertEquals("no-answer", action.get("DialCallStatus"));
        assertEquals("false", action.get("DialBridged"));
        assertEquals(tom.callSid(), action.get("DialCallSid"));
        assertNull(action.get("DialCallDuration"));
        assertEquals("in-progress", action.get("CallStatus"));
    }

    @Test
    void busy_declined_and_dead_phones_are_told_apart() {
        app.on("/dialled", "<Hangup/>").on("/voice", "<Dial action=\"/dialled\"><Number>" + TOM + "</Number></Dial>");
        var statuses = List.of("busy", "busy", "failed", "no-answer");
        for (int i = 0; i < statuses.size(); i++) {
            var ann = annCalls();
            var tom = town.phone(TOM).rings();
            switch (i) {
                case 0 -> tom.isBusy();
                case 1 -> tom.declines();
                case 2 -> tom.isDead();
                default -> tom.ringsOut();
            }
            ann.endsAs("completed");
            assertEquals(statuses.get(i), app.wasAsked("/dialled", i + 1).get(i).get("DialCallStatus"));
        }
    }

    @Test
    void without_an_action_the_next_verb_follows() {
        town.phone(TOM).isAlwaysBusy();
        annHears("<Dial>" + TOM + "</Dial><Say>Next</Say>").hears("next").endsAs("completed");
    }

    @Test
    void the_first_to_pick_up_stops_the_others() {
        app.on("/dialled", "<Hangup/>");
        var ann = annHears("<Dial action=\"/dialled\"><Number>" + TOM + "</Number><Number>" + BO + "</Number></Dial>");
        var tom = town.phone(TOM).rings();
        var bo = town.phone(BO).rings();
        bo.answers();
        tom.stopsRinging().endsAs("canceled");
        ann.isConnected();
        bo.hangsUp();
        ann.endsAs("completed");
        assertEquals(bo.callSid(), app.wasAsked("/dialled").get("DialCallSid"));
    }

    @Test
    void one_after_the_other_where_the_document_says_so() {
        app.on("/dialled", "<Hangup/>");
        annHears("<Dial sequential=\"true\" action=\"/dialled\"><Number>" + TOM + "</Number><Number>" + BO + "</Number></Dial>");
        var tom = town.phone(TOM).rings();
        assertEquals(0, town.phone(BO).timesCalled());
        tom.declines();
        town.phone(BO).rings().ringsOut();
        assertEquals("no-answer", app.wasAsked("/dialled").get("DialCallStatus"));
    }

    @Test
    void a_whisper_asks_before_it_connects() {
        app.on("/whisper", "<Gather numDigits=\"1\" action=\"/accept\"><Say>Press 1 to accept</Say></Gather><Hangup/>")
                .on("/accept", "").on("/dialled", "<Hangup/>");
        var ann = annHears("<Dial answerOnBridge=\"true\" action=\"/dialled\"><Number url=\"/whisper\">" + TOM + "</Number></Dial>");
        var tom = town.phone(TOM).rings().answers().hears("press 1 to accept");
        assertEquals("ringing", ann.status());
        tom.presses("1");
        ann.isConnected();
        assertEquals("in-progress", ann.status());
        ann.hangsUp().endsAs("completed");
        tom.endsAs("completed");
        var whisper = app.wasAsked("/whisper");
        assertEquals(ann.callSid(), whisper.get("ParentCallSid"));
        assertEquals("outbound-dial", whisper.get("Direction"));
        assertEquals("completed", app.wasAsked("/dialled").get("CallStatus"));
    }

    @Test
    void a_voicemail_that_does_not_accept_is_completed_but_not_bridged() {
        app.on("/whisper", "<Gather numDigits=\"1\" timeout=\"6\" action=\"/accept\"><Say>Press 1</Say></Gather><Hangup/>").on("/dialled", "<Hangup/>");
        var ann = annHears("<Dial answerOnBridge=\"true\" action=\"/dialled\"><Number url=\"/whisper\">" + TOM + "</Number></Dial>");
        var tom = town.phone(TOM).rings().voicemailAnswers().hears("press 1").waitsInSilence();
        tom.endsAs("completed");
        ann.endsAs("completed");
        assertEquals("completed", app.wasAsked("/dialled").get("DialCallStatus"));
        assertEquals("false", app.wasAsked("/dialled").get("DialBridged"));
        assertEquals("6", app.wasAsked("/dialled").get("DialCallDuration"));
    }

    @Test
    void a_voicemail_without_screening_takes_the_call() {
        var ann = annHears("<Dial>" + TOM + "</Dial>");
        town.phone(TOM).rings().voicemailAnswers();
        ann.hears("you have reached the voicemail").hearsTone().says("Call me").hangsUp().endsAs("completed");
    }

    @Test
    void a_whisper_may_not_dial_and_not_redirect() {
        app.on("/whisper", "<Pause/><Say>Hi</Say><Dial>" + BO + "</Dial>").on("/dialled", "<Hangup/>");
        annHears("<Dial action=\"/dialled\"><Number url=\"/whisper\">" + TOM + "</Number></Dial>");
        town.phone(TOM).rings().answers().hears("hi").endsAs("completed");
        town.alerts(13201).alerts(12200);
        assertEquals("false", app.wasAsked("/dialled").get("DialBridged"));
    }

    @Test
    void the_leg_tells_how_it_goes() {
        app.on("/status", CustomerApp.Reply.of(204, null, "")).on("/dialled", "<Hangup/>");
        annHears("<Dial action=\"/dialled\"><Number statusCallback=\"/status\""
                + " statusCallbackEvent=\"initiated ringing answered completed\">" + TOM + "</Number></Dial>");
        var tom = town.phone(TOM).rings().answers().isConnected();
        town.settle();
        town.passes(Duration.ofSeconds(5));
        tom.hangsUp();
        var told = app.wasAsked("/status", 4);
        assertEquals(List.of("initiated", "ringing", "in-progress", "completed"), told.stream().map(a -> a.get("CallStatus")).toList());
        assertEquals(List.of("0", "1", "2", "3"), told.stream().map(a -> a.get("SequenceNumber")).toList());
        assertEquals("5", told.get(3).get("CallDuration"));
        assertNull(told.get(1).get("CallDuration"));
        assertTrue(told.stream().allMatch(CustomerApp.Asked::signed));
        assertTrue(told.stream().allMatch(a -> a.get("ParentCallSid") != null));
    }

    @Test
    void a_caller_who_leaves_stops_the_ringing() {
        app.on("/dialled", "<Say>Nobody hears this</Say>").on("/status", CustomerApp.Reply.of(204, null, ""));
        var ann = annHears("<Dial answerOnBridge=\"true\" action=\"/dialled\"><Number statusCallback=\"/status\">" + TOM + "</Number></Dial>");
        var tom = town.phone(TOM).rings();
        ann.hangsUp().endsAs("no-answer");
        tom.stopsRinging().endsAs("canceled");
        assertEquals("canceled", app.wasAsked("/dialled").get("DialCallStatus"));
        assertEquals("canceled", app.wasAsked("/status").get("CallStatus"));
    }

    @Test
    void a_star_ends_the_talk_where_it_may() {
        app.on("/dialled", "<Say>Back</Say>");
        var ann = annHears("<Dial hangupOnStar=\"true\" action=\"/dialled\">" + TOM + "</Dial>");
        var tom = town.phone(TOM).rings().answers();
        ann.isConnected().presses("5");
        tom.hearsKeys("5");
        ann.presses("*").hears("back").endsAs("completed");
        tom.endsAs("completed");
    }

    @Test
    void the_time_limit_ends_the_talk() {
        var ann = annHears("<Dial timeLimit=\"60\">" + TOM + "</Dial><Say>Time is up</Say>");
        town.phone(TOM).rings().answers();
        ann.isConnected();
        town.passes(Duration.ofSeconds(60));
        ann.hears("time is up").endsAs("completed");
    }

    @Test
    void the_caller_id_must_be_the_calls_or_the_accounts() {
        app.on("/dialled", "<Hangup/>");
        annHears("<Dial callerId=\"+15559990000\" action=\"/dialled\">" + TOM + "</Dial>").endsAs("completed");
        town.alerts(13214);
        assertEquals("failed", app.wasAsked("/dialled").get("DialCallStatus"));

        town.verified("+15559990000");
        annCalls();
        assertEquals("+15559990000", town.phone(TOM).rings().display());
        town.phone(TOM).declines();
    }

    @Test
    void what_is_not_a_number_cannot_be_dialled() {
        app.on("/dialled", "<Hangup/>");
        annHears("<Dial action=\"/dialled\"><Number>call me</Number></Dial>").endsAs("completed");
        town.alerts(13223);
        assertEquals("failed", app.wasAsked("/dialled").get("DialCallStatus"));
    }

    @Test
    void ten_phones_are_enough() {
        app.on("/dialled", "<Hangup/>");
        annHears("<Dial action=\"/dialled\">" + "<Client>tom</Client>".repeat(11) + "</Dial>").endsAs("completed");
        town.alerts(12200);
        assertEquals("failed", app.wasAsked("/dialled").get("DialCallStatus"));
    }

    @Test
    void clients_and_sip_phones_ring_too() {
        app.on("/dialled", "<Hangup/>");
        annHears("<Dial action=\"/dialled\"><Client><Identity>tom</Identity></Client><Sip>sip:tom@example.com?x-id=1</Sip></Dial>");
        var client = town.phone("client:tom").rings();
        town.phone("sip:tom@example.com?x-id=1").rings().isBusy();
        client.ringsOut();
        assertEquals("no-answer", app.wasAsked("/dialled").get("DialCallStatus"));
        annHears("<Dial action=\"/dialled\"><Sip>tom at home</Sip></Dial>").endsAs("completed");
        town.alerts(13243);
    }

    @Test
    void keys_may_be_sent_after_the_pick_up() {
        var ann = annHears("<Dial><Number sendDigits=\"ww12\">" + TOM + "</Number></Dial>");
        town.phone(TOM).rings().answers().hearsKeys("ww12").hangsUp();
        ann.endsAs("completed");
    }

    @Test
    void a_recorded_talk_is_kept() {
        app.on("/there", CustomerApp.Reply.of(204, null, "")).on("/dialled", "<Hangup/>");
        var ann = annHears("<Dial record=\"record-from-answer\" recordingStatusCallback=\"/there\" action=\"/dialled\">" + TOM + "</Dial>");
        var tom = town.phone(TOM).rings().answers();
        ann.isConnected().says("One two three four");
        tom.hears("one two").says("five six").hangsUp();
        assertEquals("DialVerb", app.wasAsked("/there").get("RecordingSource"));
        assertEquals(app.wasAsked("/there").get("RecordingUrl"), app.wasAsked("/dialled").get("RecordingUrl"));
    }
}
