package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.Consulting;
import callward.call.ForColleague;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where those knock who talk about a caller. */
class AskDoorsTest {

    private static final String DOOR = "ask/CA1/token";

    private final List<String> asked = new ArrayList<>();
    private final AskDoors doors = new AskDoors();

    {
        doors.urls = Fixtures.urls();
        doors.consulting = new Consulting() {
            @Override
            public ForColleague askerLeft(Request request) {
                asked.add("left, " + (request.isThere() ? "there" : "gone"));
                return new ForColleague.HangsUp(List.of());
            }

            @Override
            public ForColleague adviserKeys(Request request, int telephone, String key, int tried) {
                throw new IllegalStateException("the database is away");
            }
        };
    }

    private String answer(String path, String form) {
        return doors.answer(DOOR + path, TwilioForm.of("CallSid=CA2&CallStatus=in-progress" + form));
    }

    @Test
    void who_pressed_a_key_while_we_were_in_trouble_is_asked_again() {
        String trouble = answer("/adviser/0/keyed/1", "&Digits=1");
        assertTrue(trouble.contains("<Pause"), trouble);
        assertTrue(trouble.contains("/twilio/" + DOOR + "/adviser/0#"), trouble);
    }

    @Test
    void who_left_his_queue_because_we_moved_him_has_left_nobody() {
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", answer("/asker/left", "&QueueResult=redirected"));
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>", answer("/asker/left", "&QueueResult=redirected-from-bridged"));
        assertEquals(List.of(), asked);
    }

    @Test
    void who_hung_up_in_his_queue_is_gone_though_the_carrier_says_that_he_is_in_progress() {
        answer("/asker/left", "&QueueResult=hangup");
        answer("/asker/left", "&QueueResult=bridged");
        assertEquals(List.of("left, gone", "left, there"), asked);
    }
}
