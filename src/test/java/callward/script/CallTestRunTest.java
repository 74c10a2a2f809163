package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Happening.Outcome;
import callward.flow.RingStrategy;
import callward.flow.Steps;
import callward.house.Covers;
import callward.script.CallTest.Given;
import callward.script.CallTest.GivenGroup;
import callward.script.CallTest.GivenTelephone;
import callward.script.CallTestResult.TestDifference;
import callward.script.CallTestResult.Got;
import callward.script.CallTestResult.Told;
import callward.settings.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTestRunTest {

    private static final String JOHN = "+15550101234";
    private static final Steps STEPS = StepsJson.read("""
            {"first": "hours", "steps": [
              {"kind": "by-time", "id": "hours", "calendar": "office", "open": "menu", "closed": "text"},
              {"kind": "menu", "id": "menu", "says": [{"text": "Welcome to Widgets, Incorporated! Press 1 for tickets."}, {"greeting": "jingle"}],
               "choices": [{"key": "1", "words": ["ticket"], "next": "ask"}, {"key": "2", "next": "ring"}, {"key": "3", "next": "elsewhere"}],
               "speech": true, "seconds": 6, "tries": 2, "otherwise": "ring"},
              {"kind": "ask", "id": "ask", "name": "ticket.number", "says": [{"text": "Your ticket number, please."}], "check": "TICKET",
               "tries": 2, "next": "hello", "otherwise": "ring"},
              {"kind": "greet", "id": "hello", "says": [{"text": "Hello {{customer.name}}, ticket {{ticket.number}}."}], "next": "ring"},
              {"kind": "ring", "id": "ring", "destinations": ["tom", "ann", "{{line.forward}}"], "secondsTotal": 60, "unanswered": "voicemail"},
              {"kind": "take-message", "id": "voicemail", "mailbox": "main", "says": [{"text": "Nobody is here."}]},
              {"kind": "send-text", "id": "text", "text": "We call you back, {{customer.name}}.", "next": "bye"},
              {"kind": "hang-up", "id": "bye", "says": [{"text": "We are closed."}]},
              {"kind": "hand-over", "id": "elsewhere", "url": "https://example.com/flow", "next": "bye"}
            ]}""");
    private static final Given WORLD = new Given(Map.of("customer.name", "John Doe"),
            List.of(Map.of("ticket.number", "1234", "customer.name", "John Doe")), Map.of(),
            List.of(new GivenTelephone("tom", null, null, "Tom", 15), new GivenTelephone("ann", null, "+15550100202", "Ann", 15)));

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Given world = WORLD;
    private String caller = JOHN;

    @Test
    @Covers("B02")
    void a_call_that_goes_as_expected_is_green() {
        green(Outcome.ANSWERED, hears("welcome to widgets incorporated"), hears("[jingle]"), presses("1"), hears("ticket number"),
                presses("1234"), hears("Hello John Doe, ticket 1234"), rings("tom", "ann"), new Move.NobodyAnswers(), rings("ann"),
                new Move.IsAnswered("ann"));
    }

    @Test
    void what_is_heard_may_be_written_without_accents_capitals_and_punctuation() {
        assertEquals("ano 1234 b", CallTestRun.plain("¡AÑO:  1 2 3 4… B?"));
        assertEquals("ticket 12 3", CallTestRun.plain("ticket 12 3"));
    }

    @Test
    void other_words_than_expected_are_red_and_name_what_was_heard() {
        TestDifference difference = red(Outcome.ANSWERED, hears("press 1"), hears("press 7"), presses("2"));
        assertEquals(1, difference.move());
        assertEquals(Got.HEARD, difference.got());
        assertTrue(difference.text().startsWith("Welcome to Widgets"));
    }

    @Test
    void nothing_is_played_after_the_first_difference() {
        CallTestResult result = run(Outcome.ANSWERED, hears("other"), presses("1"));
        assertEquals(0, result.difference().move());
        assertTrue(result.transcript().stream().noneMatch(line -> Integer.valueOf(1).equals(line.move())));
    }

    @Test
    void a_spoken_word_chooses() {
        green(Outcome.ABANDONED, new Move.Says("my ticket, please"), hears("Your ticket number"), new Move.HangsUp());
    }

    @Test
    void who_speaks_where_only_keys_count_is_red() {
        assertEquals(Got.ASKED_FOR_KEYS, red(null, presses("1"), new Move.Says("one two three four")).got());
    }

    @Test
    void silence_is_asked_again_and_then_put_through() {
        green(Outcome.ANSWERED, new Move.StaysSilent(), hears("Sorry"), hears("press 1"), new Move.StaysSilent(), rings("tom", "ann"),
                new Move.IsAnswered(null));
    }

    @Test
    void who_presses_speaks_or_is_silent_while_telephones_ring_is_red() {
        for (Move move : List.of(presses("1"), new Move.Says("one"), new Move.StaysSilent())) {
            assertEquals(new TestDifference(1, Got.RINGING, "tom, ann"), red(null, presses("2"), move));
        }
    }

    @Test
    void other_telephones_than_expected_or_another_order_are_red() {
        assertEquals(new TestDifference(1, Got.RINGING, "tom, ann"), red(null, presses("2"), rings("ann", "tom")));
        assertEquals(new TestDifference(1, Got.RINGING, "tom, ann"), red(null, presses("2"), rings("tom")));
        assertEquals(Got.ASKED, red(null, rings("tom", "ann")).got());
    }

    @Test
    @Covers("B02")
    void a_group_rings_as_it_is_given_and_whoever_picks_up_may_decline_or_be_a_machine() {
        Steps group = StepsJson.read("""
                {"first": "people", "steps": [
                  {"kind": "ring-group", "id": "people", "group": "sales", "nobodyFree": "bye", "closed": "bye", "unanswered": "voicemail"},
                  {"kind": "take-message", "id": "voicemail", "mailbox": "main", "says": [{"text": "Nobody is here."}]},
                  {"kind": "hang-up", "id": "bye", "says": [{"text": "We are closed."}]}]}""");
        GivenGroup sales = new GivenGroup("sales", List.of("tom", "ann", "bo"), RingStrategy.ALL_AT_ONCE, null, 2, null);
        Given given = new Given(null, null, null, WORLD.destinations(), List.of(sales));
        CallTest test = new CallTest(JOHN, null, null, given, List.of(rings("tom", "ann", "bo"), new Move.PicksUpInSilence("tom"), rings("ann", "bo"),
                new Move.Declines("Ann"), rings("bo"), new Move.NobodyAnswers(), rings("tom", "bo"), new Move.IsAnswered("bo")), Outcome.ANSWERED);
        CallTestResult result = CallTestRun.of(group, test, BERLIN);
        assertTrue(result.green(), () -> result.toString());
        Given closed = new Given(null, null, null, null, List.of(new GivenGroup("sales", List.of("tom"), null, null, null, true)));
        assertTrue(CallTestRun.of(group, new CallTest(JOHN, null, null, closed, List.of(hears("closed")), Outcome.MISSED), BERLIN).green());
        assertTrue(CallTestRun.of(group, new CallTest(JOHN, null, null, null, List.of(hears("closed")), Outcome.MISSED), BERLIN).green());
    }

    @Test
    @Covers("B02")
    void a_caller_waits_for_a_group_that_is_given_open_and_has_members() {
        assertGreen(holdFor(new GivenGroup("sales", List.of("tom"), null, null, null, null)), Outcome.ANSWERED, hears("Please hold"), new Move.IsAnswered("Tom"));
        assertGreen(holdFor(new GivenGroup("sales", List.of("tom"), null, null, null, null)), Outcome.VOICEMAIL, hears("Please hold"), presses("1"), new Move.LeavesMessage("main", 5, true));
        assertGreen(holdFor(new GivenGroup("sales", List.of("tom"), null, null, null, true)), Outcome.MISSED, hears("We are closed"));
        assertGreen(holdFor(new GivenGroup("sales", List.of(), null, null, null, null)), Outcome.MISSED, hears("Nobody is at work"));
        assertGreen(holdFor(new GivenGroup("support", List.of("tom"), null, null, null, null)), Outcome.MISSED, hears("All are busy"));
        assertGreen(holdFor(new GivenGroup("sales", List.of("tom"), null, null, null, null)), Outcome.MISSED, hears("Please hold"), new Move.NobodyAnswers(), hears("All are busy"));
    }

    private static Given holdFor(GivenGroup group) {
        return new Given(null, null, Map.of("sales", true), WORLD.destinations(), List.of(group));
    }

    private static void assertGreen(Given given, Outcome outcome, Move... moves) {
        Steps hold = StepsJson.read("""
                {"first": "queue", "steps": [
                  {"kind": "hold", "id": "queue", "says": [{"text": "Please hold."}], "group": "sales", "message": "voicemail", "closed": "closed", "nobody": "nobody", "unanswered": "late"},
                  {"kind": "take-message", "id": "voicemail", "mailbox": "main", "says": [{"text": "Leave a message."}]},
                  {"kind": "hang-up", "id": "late", "says": [{"text": "All are busy."}]},
                  {"kind": "hang-up", "id": "nobody", "says": [{"text": "Nobody is at work."}]},
                  {"kind": "hang-up", "id": "closed", "says": [{"text": "We are closed."}]}]}""");
        CallTestResult result = CallTestRun.of(hold, new CallTest(JOHN, null, null, given, List.of(moves), outcome), BERLIN);
        assertTrue(result.green(), result::toString);
    }

    @Test
    void a_telephone_that_is_not_given_does_not_ring() {
        world = new Given(null, null, null, WORLD.destinations().subList(1, 2));
        green(Outcome.ANSWERED, presses("2"), rings("ann"), new Move.IsAnswered("Ann"));
    }

    @Test
    void a_line_may_lead_to_a_telephone_of_its_own() {
        CallTest test = new CallTest(JOHN, Map.of("line.forward", "+15550100999"), null, WORLD,
                List.of(presses("2"), rings("tom", "ann", "+15550100999")), null);
        Steps forwarding = StepsJson.read(StepsJson.write(STEPS).replace("{{line.forward}}", "+15550100999"));
        assertTrue(CallTestRun.of(forwarding, test, BERLIN).green());
    }

    @Test
    void who_calls_from_a_telephone_is_not_rung_on_it() {
        caller = "+15550100202";
        green(null, presses("2"), rings("tom"));
    }

    @Test
    void somebody_else_answering_is_red() {
        assertEquals(new TestDifference(1, Got.RINGING, "tom, ann"), red(Outcome.ANSWERED, presses("2"), new Move.IsAnswered("ann")));
    }

    @Test
    void nobody_answers_or_is_busy_where_nothing_rings_is_red() {
        for (Move move : List.of(new Move.NobodyAnswers(), new Move.IsBusy(), new Move.IsAnswered("tom"))) {
            assertEquals(Got.ASKED, red(null, move).got());
        }
    }

    @Test
    void a_caller_nobody_answers_leaves_a_message() {
        green(Outcome.VOICEMAIL, presses("2"), new Move.IsBusy(), new Move.NobodyAnswers(), hears("nobody is here"),
                new Move.LeavesMessage("main", 12, false), hears("your message has been recorded"));
    }

    @Test
    void who_puts_the_receiver_down_after_a_message_hears_no_thanks() {
        assertEquals(Got.HEARD, red(Outcome.VOICEMAIL, presses("2"), new Move.IsBusy(), new Move.IsBusy(),
                new Move.LeavesMessage(null, 12, true), hears("thank you")).got());
    }

    @Test
    void who_says_nothing_is_asked_once_more() {
        green(null, presses("2"), new Move.IsBusy(), new Move.IsBusy(), new Move.LeavesMessage("main", 0, false), hears("I did not hear anything"));
    }

    @Test
    void another_mailbox_is_red() {
        assertEquals(new TestDifference(3, Got.RECORDING, "main"), red(Outcome.VOICEMAIL, presses("2"), new Move.IsBusy(), new Move.IsBusy(),
                new Move.LeavesMessage("sales", 12, false)));
    }

    @Test
    void a_message_where_nothing_is_recorded_is_red() {
        assertEquals(Got.ASKED, red(null, new Move.LeavesMessage("main", 12, false)).got());
    }

    @Test
    void outside_the_hours_a_text_is_sent() {
        world = new Given(WORLD.customer(), null, Map.of("office", false), null);
        caller = "+491701234567";
        green(Outcome.MISSED, new Move.GetsText("we call you back, John Doe"), hears("We are closed."));
    }

    @Test
    void no_text_or_another_one_is_red() {
        assertEquals(Got.NO_TEXT, red(null, new Move.GetsText("we call you back")).got());
        world = new Given(WORLD.customer(), null, Map.of("office", false), null);
        caller = "+491701234567";
        assertEquals(new TestDifference(0, Got.TEXTED, "We call you back, John Doe."), red(null, new Move.GetsText("we never call")));
    }

    @Test
    void a_call_comes_back_from_elsewhere() {
        green(Outcome.HANDED_OVER, presses("3"), new Move.ComesBack(), hears("We are closed."));
        assertEquals(new TestDifference(1, Got.HANDED_OVER, "https://example.com/flow"), red(null, presses("3"), rings("tom")));
        assertEquals(Got.ASKED, red(null, new Move.ComesBack()).got());
    }

    @Test
    void hanging_up_ends_the_call_once() {
        green(Outcome.ABANDONED, new Move.HangsUp());
        assertEquals(new TestDifference(1, Got.OVER, "ABANDONED"), red(null, new Move.HangsUp(), new Move.HangsUp()));
        assertEquals(new TestDifference(1, Got.OVER, "ABANDONED"), red(null, new Move.HangsUp(), presses("1")));
    }

    @Test
    void another_outcome_and_a_call_that_goes_on_are_red() {
        assertEquals(new TestDifference(1, Got.OVER, "ABANDONED"), red(Outcome.ANSWERED, new Move.HangsUp()));
        assertEquals(new TestDifference(1, Got.RINGING, "tom, ann"), red(Outcome.ANSWERED, presses("2")));
    }

    @Test
    void a_step_that_is_not_there_shows_in_the_outcome() {
        Steps broken = StepsJson.read(StepsJson.write(STEPS).replace("\"next\":\"ring\"", "\"next\":\"gone\""));
        assertEquals(Got.OVER, CallTestRun.of(broken, test(null, presses("2"), rings("tom", "ann")), BERLIN).difference().got());
    }

    @Test
    void a_hidden_number_and_an_unknown_ticket() {
        caller = null;
        green(Outcome.ANSWERED, presses("1"), presses("99"), hears("I cannot find ticket 99"), presses("1234"), hears("Hello John Doe"),
                new Move.IsAnswered("Tom"));
    }

    @Test
    void time_passes_while_telephones_ring() {
        world = new Given(null, null, null, List.of(new GivenTelephone("tom", null, null, null, 58), new GivenTelephone("ann", null, null, null, null)));
        green(null, presses("2"), rings("tom", "ann"), new Move.NobodyAnswers(), hears("Nobody is here"));
    }

    @Test
    @Covers("B02")
    void what_was_done_in_a_call_is_filled_with_what_came_of_it() {
        CallTest filled = CallTestRun.filled(STEPS, test(null, presses("2"), new Move.NobodyAnswers(), new Move.IsAnswered(null), new Move.HangsUp()), BERLIN);
        assertEquals(List.of(hears("Welcome to Widgets, Incorporated! Press 1 for tickets."), hears("[jingle]"), presses("2"), rings("tom", "ann"),
                new Move.NobodyAnswers(), rings("ann"), new Move.IsAnswered("ann")), filled.moves());
        assertEquals(Outcome.ANSWERED, filled.outcome());
        assertTrue(CallTestRun.of(STEPS, filled, BERLIN).green());
    }

    @Test
    void what_was_done_is_filled_with_texts_and_mailboxes_too() {
        CallTest message = CallTestRun.filled(STEPS, test(null, presses("2"), new Move.IsBusy(), new Move.IsBusy(), new Move.LeavesMessage(null, 7, false)), BERLIN);
        assertTrue(message.moves().contains(new Move.LeavesMessage("main", 7, false)));
        world = new Given(WORLD.customer(), null, Map.of("office", false), null);
        caller = "+491701234567";
        CallTest text = CallTestRun.filled(STEPS, test(null), BERLIN);
        assertEquals(List.of(hears("We are closed."), new Move.GetsText("We call you back, John Doe.")), text.moves());
    }

    @Test
    void the_transcript_reads_as_the_call() {
        List<Told> told = run(Outcome.ANSWERED, presses("2"), new Move.IsAnswered("tom")).transcript().stream().map(CallTestResult.TestLine::told).toList();
        assertEquals(List.of(Told.CALLS, Told.HEARS, Told.DOES, Told.RINGS, Told.DOES, Told.OVER), told);
    }

    @Test
    void a_hundred_tests_take_no_time_and_always_go_the_same_way() {
        CallTest test = test(Outcome.ANSWERED, presses("1"), presses("1234"), new Move.NobodyAnswers(), new Move.IsAnswered("ann"));
        CallTestResult first = CallTestRun.of(STEPS, test, BERLIN);
        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertEquals(first, CallTestRun.of(STEPS, test, BERLIN));
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - began).toSeconds() < 10);
    }

    @Test
    void a_test_is_kept_as_json_and_comes_back_the_same() {
        CallTest test = test(Outcome.VOICEMAIL, hears("a"), new Move.GetsText("b"), rings("c"), presses("1"), new Move.Says("d"),
                new Move.StaysSilent(), new Move.NobodyAnswers(), new Move.IsBusy(), new Move.IsAnswered("e"),
                new Move.LeavesMessage("f", 3, true), new Move.ComesBack(), new Move.HangsUp());
        String json = StepsJson.write(test);
        assertEquals(test, StepsJson.read(json, CallTest.class));
        assertTrue(json.contains("\"kind\":\"leaves-message\""), json);
        test.moves().forEach(move -> assertTrue(json.contains("\"kind\":\"" + move.kind() + "\""), move.kind()));
    }

    @Test
    void day_and_hour_of_the_call_are_known_where_the_test_names_them() {
        Steps steps = StepsJson.read("""
                {"first": "bye", "steps": [{"kind": "hang-up", "id": "bye", "says": [{"text": "It is {{call.time}}, {{caller.number}}."}]}]}""");
        CallTest test = new CallTest(JOHN, Map.of("call.time", "10 past 9", "caller.number", "a lie"), Instant.EPOCH, null, List.of(hears("It is 10 past 9, plus 1, 5 5 5")), null);
        assertNull(CallTestRun.of(steps, test, BERLIN).difference());
    }

    @Test
    void day_and_hour_are_those_of_its_time_by_the_companys_clock_where_the_test_names_none() {
        String script = """
                {"first": "bye", "tongue": {"language": "%s"}, "steps": [{"kind": "hang-up", "id": "bye",
                 "says": [{"text": "{{call.weekday}}, {{call.date}}, {{call.time}}."}]}]}""";
        Instant christmas = Instant.parse("2022-12-25T08:00:00Z");
        CallTest english = new CallTest(JOHN, Map.of(), christmas, null, List.of(hears("Sunday, December 25, 2022, 9:00 AM.")), null);
        assertNull(CallTestRun.of(StepsJson.read(script.formatted("en-US")), english, BERLIN).difference());
        CallTest spanish = new CallTest(JOHN, Map.of("call.weekday", "Navidad"), christmas, null, List.of(hears("Navidad, 25 de diciembre de 2022, 9:00.")), null);
        assertNull(CallTestRun.of(StepsJson.read(script.formatted("es-ES")), spanish, BERLIN).difference());
    }

    @Test
    void the_clock_is_the_companys() {
        CallTests tests = new CallTests();
        tests.company = new Company() {
            @Override
            public ZoneId zone() {
                return BERLIN;
            }
        };
        Steps steps = StepsJson.read("""
                {"first": "bye", "steps": [{"kind": "hang-up", "id": "bye", "says": [{"text": "It is {{call.time}}."}]}]}""");
        CallTest test = new CallTest(JOHN, Map.of(), Instant.parse("2022-12-25T08:00:00Z"), null, List.of(), null);
        assertEquals(List.of(hears("It is 9:00 AM.")), tests.filled(steps, test).moves());
        assertTrue(tests.play(steps, tests.filled(steps, test)).green());
    }

    private void green(Outcome outcome, Move... moves) {
        assertNull(run(outcome, moves).difference());
    }

    private TestDifference red(Outcome outcome, Move... moves) {
        CallTestResult result = run(outcome, moves);
        assertTrue(!result.green() && result.difference() != null, "is green");
        return result.difference();
    }

    private CallTestResult run(Outcome outcome, Move... moves) {
        return CallTestRun.of(STEPS, test(outcome, moves), BERLIN);
    }

    private CallTest test(Outcome outcome, Move... moves) {
        return new CallTest(caller, Map.of("line.name", "Support", "line.number", "+15550100100"), Instant.parse("2026-11-20T10:00:00Z"),
                world, List.of(moves), outcome);
    }

    private static Move hears(String words) {
        return new Move.Hears(words);
    }

    private static Move presses(String keys) {
        return new Move.Presses(keys);
    }

    private static Move rings(String... keys) {
        return new Move.Rings(List.of(keys));
    }
}
