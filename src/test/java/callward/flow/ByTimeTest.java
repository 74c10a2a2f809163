package callward.flow;

import static callward.flow.Scripts.end;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.wording.Facts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ByTimeTest {

    private static final Steps STEPS = Scripts.of(new ByTime("when", "office", "day", "night"), end("day"), end("night"));

    @Test
    void a_caller_goes_one_way_while_open() {
        Conversation call = Conversation.with(STEPS).calls("anonymous").hears("This is day.");
        assertEquals(java.util.List.of(new Question.IsOpen("office")), call.questions());
    }

    @Test
    void a_caller_goes_the_other_way_while_closed() {
        Conversation.with(STEPS).isClosed().calls("anonymous").hears("This is night.");
    }

    @Test
    void a_calendar_that_cannot_be_read_keeps_nobody_from_people() {
        Progress asking = new Progress("when", Facts.NONE, 0, null, null, null, false, null, 1, 1, null, new Question.IsOpen("office"), null);
        Turn turn = CallFlow.next(STEPS, asking, new CallEvent.Learned(Instant.EPOCH, new Answer.Unknown()));
        assertEquals("day", turn.progress().step());
    }
}
