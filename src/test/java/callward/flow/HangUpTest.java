package callward.flow;

import static callward.flow.Scripts.says;

import callward.flow.Happening.Outcome;
import org.junit.jupiter.api.Test;

class HangUpTest {

    @Test
    void the_caller_hears_the_words_and_the_call_is_over() {
        Conversation.with(Scripts.of(new HangUp("end", says("We are closed.")))).calls("anonymous")
                .hears("We are closed.").isHungUpOn().tells(new Happening.Ended(Outcome.MISSED));
    }

    @Test
    void without_words_nothing_is_heard() {
        Conversation.with(Scripts.of(new HangUp("end", null))).calls("anonymous").hearsNothing().isHungUpOn();
    }
}
