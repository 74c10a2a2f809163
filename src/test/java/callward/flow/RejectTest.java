package callward.flow;

import static callward.flow.Scripts.says;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.Happening.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectTest {

    @Test
    void as_the_first_thing_it_refuses_unbilled() {
        Conversation call = Conversation.with(Scripts.of(new Reject("no", true))).calls("+15553334444");
        assertEquals(List.of(new Verb.Refuse(true)), call.reply());
        call.endsAs(Outcome.REFUSED);
    }

    @Test
    void after_something_was_said_it_hangs_up() {
        Conversation call = Conversation.with(Scripts.of(new Greet("hi", says("Hi."), "no"), new Reject("no", false))).calls("anonymous");
        call.isHungUpOn().endsAs(Outcome.REFUSED);
    }

    @Test
    void after_the_caller_was_asked_it_hangs_up() {
        Conversation.with(Scripts.of(new Menu("menu", null, null, false, 0, 1, null, "no"), new Reject("no", false)))
                .calls("anonymous").isSilent().isHungUpOn().endsAs(Outcome.REFUSED);
    }
}
