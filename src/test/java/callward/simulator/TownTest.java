package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The town is strict: it fails on what nobody expected, and tells the whole story. */
class TownTest {

    private static final String NUMBER = "+15550100100";
    private static final String TOM = "+15551110001";

    private static String failureOf(String twiml, java.util.function.BiConsumer<Town, Caller> test) {
        var town = Town.whereTimeStandsStill().waitsAtMost(Duration.ofMillis(300));
        try (var app = new CustomerApp(town.authToken())) {
            town.number(NUMBER, app.url("/voice"));
            app.on("/voice", twiml);
            var failure = assertThrows(AssertionError.class, () -> {
                try (town) {
                    test.accept(town, town.calls(Town.from("+15552220001"), Town.to(NUMBER)));
                }
            });
            return failure.getMessage();
        }
    }

    @Test
    void a_call_that_nobody_expected_is_a_failure() {
        var story = failureOf("<Dial timeout=\"5\">" + TOM + "</Dial>", (town, caller) -> town.settle());
        assertTrue(story.contains("unexpected outbound-dial call +15552220001 → " + TOM), story);
    }

    @Test
    void a_text_that_nobody_expected_is_a_failure() {
        var story = failureOf("<Sms>Surprise</Sms>", (town, caller) -> caller.endsAs("completed"));
        assertTrue(story.contains("unexpected text to +15552220001: Surprise"), story);
    }

    @Test
    void an_alert_that_nobody_expected_is_a_failure() {
        var story = failureOf("<Shout/>", (town, caller) -> caller.endsAs("completed"));
        assertTrue(story.contains("alert 12200"), story);
    }

    @Test
    void a_wrong_ending_is_a_failure() {
        assertTrue(failureOf("<Reject/>", (town, caller) -> caller.endsAs("busy")).contains("ended as no-answer, not busy"));
    }

    @Test
    void what_was_passed_over_is_not_heard_again() {
        var story = failureOf("<Say>One</Say><Say>Two</Say>", (town, caller) -> {
            caller.hears("two").endsAs("completed");
            caller.hears("one");
        });
        assertTrue(story.contains("waited in vain for caller +15552220001 to hear “one”"), story);
        assertTrue(story.contains("SPEECH: Two"), story);
    }

    @Test
    void a_phone_that_has_a_habit_needs_nobody_to_expect_its_calls() {
        try (var town = Town.whereTimeStandsStill(); var app = new CustomerApp(town.authToken())) {
            town.number(NUMBER, Map.of("VoiceUrl", app.url("/voice")));
            app.on("/voice", "<Dial>" + TOM + "</Dial><Say>Nobody there</Say>");
            town.phone(TOM).alwaysRingsOut();
            town.calls(Town.from("+15552220001"), Town.to(NUMBER)).hears("nobody there").endsAs("completed");
        }
    }
}
