package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.flow.Happening.Outcome;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverTest {

    private static final URI STUDIO = URI.create("https://webhooks.twilio.example/v1/Flows/FW1");

    private static Conversation call() {
        return Conversation.with(Scripts.of(new Greet("hi", says("Hi."), "over"), new HandOver("over", STUDIO, "back"), end("back")))
                .calls("anonymous");
    }

    @Test
    void another_application_takes_over() {
        Conversation call = call().hears("Hi.").tells(new Happening.HandedOver(STUDIO.toString()));
        assertEquals(new Verb.Redirect(STUDIO), call.last(Verb.Redirect.class));
    }

    @Test
    void a_call_that_comes_back_goes_on() {
        call().comesBack().hears("This is back.").endsAs(Outcome.HANDED_OVER);
    }

    @Test
    void a_caller_who_hangs_up_there_was_handed_over() {
        call().hangsUp().endsAs(Outcome.HANDED_OVER);
    }

    @Test
    void a_caller_who_comes_back_and_is_missed_is_missed() {
        Conversation.with(Scripts.of(new HandOver("over", STUDIO, "ring"), new Ring("ring", null, List.of("tom"), 0, 0, null)))
                .calls("anonymous").comesBack().nobodyAnswers().endsAs(Outcome.MISSED);
    }

    @Test
    void when_time_is_up_the_call_goes_on_with_us() {
        call().timeIsUp().hears("This is back.");
    }

    @Test
    void an_event_that_does_not_fit_hands_over_again_without_news() {
        assertEquals(STUDIO, call().presses("1").tells().last(Verb.Redirect.class).url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flow", "ftp://x.example/", "https:flow", "javascript:alert(1)"})
    void only_a_full_web_address_will_do(String url) {
        assertThrows(IllegalArgumentException.class, () -> new HandOver("h", URI.create(url), null));
    }
}
