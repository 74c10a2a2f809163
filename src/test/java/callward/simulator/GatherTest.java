package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GatherTest extends InTown {

    @Test
    void keys_are_sent_without_the_one_that_finishes_them() {
        app.on("/ticket", "<Say>Thank you</Say>");
        annHears("<Gather action=\"/ticket\"><Say>Your ticket number</Say></Gather>").hears("ticket").presses("1234#").hears("thank you");
        var asked = app.wasAsked("/ticket");
        assertEquals("1234", asked.get("Digits"));
        assertEquals("in-progress", asked.get("CallStatus"));
        assertTrue(asked.signed());
    }

    @Test
    void the_last_of_so_many_digits_ends_it() {
        app.on("/menu", "<Hangup/>");
        annHears("<Gather action=\"/menu\" numDigits=\"1\"><Say>Press 1</Say></Gather>").hears("press 1").presses("2").endsAs("completed");
        assertEquals("2", app.wasAsked("/menu").get("Digits"));
    }

    @Test
    void nothing_entered_falls_through_without_a_request() {
        annHears("<Gather action=\"/menu\"><Say>Press 1</Say></Gather><Say>Nothing then</Say>")
                .hears("press 1").waitsInSilence().hears("nothing then").endsAs("completed");
        assertEquals(0, app.asked("/menu").size());
    }

    @Test
    void nothing_entered_is_told_where_the_document_wants_it() {
        app.on("/menu", "<Say>Empty</Say>");
        annHears("<Gather action=\"/menu\" actionOnEmptyResult=\"true\" timeout=\"2\"><Say>Press 1</Say></Gather>")
                .hears("press 1").waitsInSilence().hears("empty").endsAs("completed");
        assertEquals("", app.wasAsked("/menu").get("Digits"));
    }

    @Test
    void what_was_entered_before_the_time_out_counts() {
        app.on("/menu", "<Hangup/>");
        annHears("<Gather action=\"/menu\"><Say>Number</Say></Gather>").hears("number").presses("12").waitsInSilence().endsAs("completed");
        assertEquals("12", app.wasAsked("/menu").get("Digits"));
    }

    @Test
    void without_a_finish_key_the_hash_is_a_digit() {
        app.on("/menu", "<Hangup/>");
        annHears("<Gather action=\"/menu\" finishOnKey=\"\" numDigits=\"3\"><Say>Number</Say></Gather>").hears("number").presses("1#2");
        assertEquals("1#2", app.wasAsked("/menu").get("Digits"));
    }

    @Test
    void the_star_may_finish() {
        app.on("/menu", "<Hangup/>");
        annHears("<Gather action=\"/menu\" finishOnKey=\"*\"><Say>Number</Say></Gather>").hears("number").presses("1#*");
        assertEquals("1#", app.wasAsked("/menu").get("Digits"));
    }

    @Test
    void without_an_action_the_same_document_is_asked_again() {
        app.on("/voice", asked -> CustomerApp.Reply.twiml(asked.get("Digits") == null
                ? "<Gather numDigits=\"1\"><Say>Again</Say></Gather>" : "<Say>Got it</Say>"));
        annCalls().hears("again").presses("7").hears("got it").endsAs("completed");
    }

    @Test
    void speech_is_told_as_words() {
        app.on("/menu", "<Hangup/>");
        annHears("<Gather input=\"dtmf speech\" action=\"menu\" hints=\"sales, support\"><Say>Say sales</Say></Gather>")
                .hears("say sales").says("Sales please").endsAs("completed");
        var asked = app.wasAsked("/menu");
        assertEquals("Sales please", asked.get("SpeechResult"));
        assertTrue(Double.parseDouble(asked.get("Confidence")) > 0);
        assertNull(asked.get("Digits"));
    }

    @Test
    void words_are_not_heard_where_only_keys_are() {
        annHears("<Gather action=\"/menu\"><Say>Press 1</Say></Gather><Say>Nothing</Say>")
                .hears("press 1").says("one").waitsInSilence().hears("nothing").endsAs("completed");
    }

    @Test
    void partial_results_are_told_beside_the_call() {
        app.on("/menu", "<Hangup/>").on("/partial", CustomerApp.Reply.of(204, null, ""));
        annHears("<Gather input=\"speech\" action=\"/menu\" partialResultCallback=\"/partial\"><Say>Say it</Say></Gather>").hears("say it").says("yes");
        assertEquals("yes", app.wasAsked("/partial").get("UnstableSpeechResult"));
    }

    @Test
    void an_action_that_is_redirected_loses_the_digits() {
        app.on("/menu", CustomerApp.Reply.to(302, "/elsewhere")).on("/elsewhere", "<Say>Where are they</Say>");
        annHears("<Gather action=\"/menu\" numDigits=\"1\"><Say>Press 1</Say></Gather>").hears("press 1").presses("1").hears("where are they");
        assertNull(app.wasAsked("/elsewhere").get("Digits"));
        assertEquals("GET", app.wasAsked("/elsewhere").method());
        assertEquals(ANN, app.wasAsked("/elsewhere").get("From"));
        assertTrue(app.wasAsked("/elsewhere").signed());
    }

    @Test
    void a_verb_that_must_not_be_inside_is_complained_about() {
        annHears("<Gather><Redirect>/x</Redirect><Say>Press</Say></Gather>").hears("press").hangsUp();
        town.alerts(13320);
    }

    @Test
    void a_caller_who_hangs_up_sends_no_digits() {
        annHears("<Gather action=\"/menu\"><Say>Press 1</Say></Gather>").hears("press 1").presses("1").hangsUp().endsAs("completed");
        assertEquals(0, app.asked("/menu").size());
    }
}
