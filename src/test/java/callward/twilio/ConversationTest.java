package callward.twilio;

import static callward.twilio.Fixtures.ENGLISH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.Arrival;
import callward.call.Knock;
import callward.call.RecordingNews;
import callward.call.ReplyFormat;
import callward.call.Switchboard;
import callward.flow.CallEvent;
import callward.flow.HangUp;
import callward.flow.Steps;
import callward.flow.Verb;
import callward.house.Covers;
import callward.line.Lines;
import callward.line.Route;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.wording.Tongue;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final String CALL = "CallSid=CA1&AccountSid=AC1&From=%2B15550100200&To=%2B15550100100";
    private static final Steps STEPS = new Steps("end", List.of(new HangUp("end", List.of())), ENGLISH);
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final Desk desk = new Desk();
    private Optional<Destination> fallback = Optional.of(Destination.of("+15550100300"));
    private Tongue tongue = ENGLISH;
    private final Conversation conversation = conversation();

    @Test
    @Covers({"S1.17", "S0.01"})
    void a_call_comes_in() {
        assertEquals("arrived +15550100200 at +15550100100", conversation.answer("voice", "0", form("")));
        assertEquals("/twilio/voice", desk.arrivals.get(0).door());
    }

    @Test
    void an_answer_names_its_turn() {
        assertEquals("turn 3", conversation.answer("entered", "3", form("&Digits=1234")));
        assertEquals(new CallEvent.Entered(NOW, "1234"), desk.knocks.get(0).event());
        assertEquals("/twilio/entered/3", desk.knocks.get(0).door());
        conversation.answer("dialled", "4", form("&DialCallStatus=no-answer"));
        assertTrue(desk.knocks.get(1).event() instanceof CallEvent.DialEnded);
        conversation.answer("returned", "5", form(""));
        assertEquals(new CallEvent.Returned(NOW), desk.knocks.get(2).event());
    }

    @Test
    void a_recording_is_noted_even_if_the_carrier_never_tells_of_it_again() {
        assertEquals("turn 6", conversation.answer("recorded", "6", form("&RecordingUrl=http%3A%2F%2Fx%2FRE5&RecordingDuration=7")));
        assertEquals("RE5", desk.recordings.get(0).recording());
        assertFalse(desk.recordings.get(0).ready());
    }

    @Test
    void a_caller_who_has_hung_up_is_gone_whatever_else_is_told_of_him() {
        conversation.answer("dialled", "4", form("&DialCallStatus=canceled&CallStatus=completed"));
        assertEquals("completed", desk.knocks.get(0).gone().status());
        assertEquals("/twilio/dialled/4", desk.knocks.get(0).gone().door());
        conversation.answer("dialled", "4", form("&DialCallStatus=completed&CallStatus=in-progress"));
        assertNull(desk.knocks.get(1).gone());
    }

    @Test
    void whom_the_database_gives_up_for_another_comes_once_more() {
        desk.problems.add(new SQLException("deadlock detected", "40P01"));
        assertEquals("turn 3", conversation.answer("entered", "3", form("&Digits=1")));
        assertEquals(1, desk.knocks.size());
        desk.problems.addAll(List.of(new SQLException("deadlock detected", "40P01"), new SQLException("deadlock detected", "40P01")));
        assertTrue(conversation.answer("entered", "3", form("&Digits=1")).contains("We are sorry"));
    }

    @Test
    void nobody_else_does() {
        desk.problems.add(new SQLException("unique_violation", "23505"));
        assertTrue(conversation.answer("entered", "3", form("&Digits=1")).contains("We are sorry"));
        assertEquals(0, desk.knocks.size());
    }

    @Test
    void what_goes_wrong_is_apologised_for_and_a_person_is_rung() {
        desk.broken = true;
        String heard = conversation.answer("entered", "3", form("&Digits=1"));
        assertTrue(heard.contains("We are sorry"), heard);
        assertTrue(heard.contains("<Dial timeout=\"30\"><Number>+15550100300</Number></Dial>"), heard);
        assertTrue(heard.indexOf("Goodbye") > heard.indexOf("</Dial>"), heard);
        assertFalse(heard.contains("Exception"), heard);
    }

    @Test
    void the_apology_is_in_the_lines_language() {
        tongue = new Tongue("es-MX", "Polly.Mia");
        desk.broken = true;
        String heard = conversation.answer("voice", "0", form(""));
        assertTrue(heard.contains("language=\"es-MX\"") && heard.contains("voice=\"Polly.Mia\"") && heard.contains("Lo sentimos"), heard);
    }

    @Test
    void a_language_we_have_no_apology_in_hears_it_in_english() {
        tongue = new Tongue("de-DE", "Polly.Vicki");
        desk.broken = true;
        String heard = conversation.answer("voice", "0", form(""));
        assertTrue(heard.contains("language=\"en-US\"") && !heard.contains("Polly.Vicki"), heard);
    }

    @Test
    void with_nobody_to_ring_or_no_known_line_it_ends_politely() {
        desk.broken = true;
        fallback = Optional.empty();
        String heard = conversation.answer("voice", "0", form(""));
        assertTrue(heard.contains("call again later") && heard.contains("Goodbye") && !heard.contains("<Dial"), heard);
        String elsewhere = conversation.answer("voice", "0", TwilioForm.of("CallSid=CA1&To=client%3Ax"));
        assertTrue(elsewhere.contains("call again later"), elsewhere);
    }

    @Test
    void an_anonymous_caller_reaches_the_person_as_the_line() {
        desk.broken = true;
        assertTrue(conversation.answer("voice", "0", TwilioForm.of("CallSid=CA1&From=anonymous&To=%2B15550100100"))
                .contains("callerId=\"+15550100100\""));
    }

    @Test
    void a_turn_or_a_door_that_makes_no_sense_ends_politely() {
        for (String turn : List.of("x", "", "-1", "1/2", "99999999999", "１")) {
            assertTrue(conversation.answer("entered", turn, form("")).contains("We are sorry"), turn);
        }
        assertTrue(conversation.answer("elsewhere", "1", form("")).contains("We are sorry"));
        assertTrue(conversation.answer("entered", "1", TwilioForm.of("")).contains("We are sorry"));
        assertEquals(List.of(), desk.knocks);
    }

    @Test
    void the_fallback_plays_the_failed_request_again_as_if_it_were_the_first() {
        assertEquals("turn 3", again("11200", "https://desk.example.com/twilio/entered/3"));
        assertFalse(desk.knocks.get(0).request().containsKey("ErrorUrl"));
        assertEquals("arrived +15550100200 at +15550100100", again("11205", "https://desk.example.com/twilio/voice"));
        assertEquals("turn 7", again("", "https://desk.example.com:443/twilio/dialled/7#ct=2000"));
    }

    @Test
    void a_document_that_the_carrier_cannot_use_is_not_sent_again() {
        assertTrue(again("12100", "https://desk.example.com/twilio/entered/3").contains("We are sorry"));
        assertTrue(again("11750", "https://desk.example.com/twilio/entered/3").contains("We are sorry"));
    }

    @Test
    void somebody_elses_failure_is_apologised_for() {
        for (String url : List.of("https://evil.example/twilio/entered/3", "https://desk.example.com.evil.example/twilio/voice", "",
                "https://desk.example.com/twilio/fallback", "https://desk.example.com/twilio/leg/tom", "::", "https://desk.example.com/twilio/")) {
            assertTrue(again("11200", url).contains("We are sorry"), url);
        }
        assertEquals(0, desk.knocks.size() + desk.arrivals.size());
    }

    @Test
    void the_fallback_apologises_when_the_second_try_fails_too() {
        desk.broken = true;
        assertTrue(again("11200", "https://desk.example.com/twilio/entered/3").contains("+15550100300"));
    }

    private String again(String code, String url) {
        return conversation.answerAgain(form("&ErrorCode=" + code + "&ErrorUrl=" + url.replace("#", "%23")));
    }

    private static TwilioForm form(String more) {
        return TwilioForm.of(CALL + more);
    }

    private Conversation conversation() {
        Conversation made = new Conversation();
        made.switchboard = desk;
        made.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        made.urls = Fixtures.urls();
        made.writer = Fixtures.writer(Map.of());
        made.apology = new Apology();
        made.apology.lines = new Lines() {
            @Override
            public Optional<Route> route(String called) {
                return PhoneNumber.in(called).map(number -> new Route(1, number, "Widgets", 1, STEPS, fallback, Optional.empty(), tongue, Optional.empty()));
            }
        };
        return made;
    }

    /** Remembers who knocked. */
    private static final class Desk extends Switchboard {

        final List<Arrival> arrivals = new ArrayList<>();
        final List<Knock> knocks = new ArrayList<>();
        final List<RecordingNews> recordings = new ArrayList<>();
        final Deque<SQLException> problems = new ArrayDeque<>();
        boolean broken;

        @Override
        public String arrive(Arrival arrival, ReplyFormat format) {
            check();
            arrivals.add(arrival);
            return "arrived " + arrival.caller() + " at " + arrival.called();
        }

        @Override
        public String handle(Knock knock, ReplyFormat format) {
            check();
            knocks.add(knock);
            assertTrue(format.write(knock.call(), List.of(new Verb.HangUp()), 1).contains("<Hangup/>"));
            return "turn " + knock.turn();
        }

        @Override
        public void recording(RecordingNews news) {
            recordings.add(news);
        }

        private void check() {
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException("calls cannot be written", problems.poll());
            }
        }
    }
}
