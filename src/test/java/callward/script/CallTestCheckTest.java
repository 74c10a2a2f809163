package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.script.CallTest.Given;
import callward.script.CallTest.GivenTelephone;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTestCheckTest {

    @Test
    void words_of_which_nothing_is_left_would_be_heard_everywhere() {
        assertEquals("test.moves[1].words", field(new Move.Hears("hello"), new Move.Hears(" … !")));
        assertEquals("test.moves[0].words", field(new Move.Says(null)));
        assertEquals("test.moves[0].words", field(new Move.GetsText("x".repeat(4001))));
    }

    @Test
    void keys_telephones_and_seconds_are_such() {
        assertEquals("test.moves[0].keys", field(new Move.Presses("1a")));
        assertEquals("test.moves[0].keys", field(new Move.Presses("")));
        assertEquals("test.moves[0].destinations", field(new Move.Rings(List.of())));
        assertEquals("test.moves[0].destinations", field(new Move.Rings(List.of("tom", " "))));
        assertEquals("test.moves[0].seconds", field(new Move.LeavesMessage("main", 3601, false)));
    }

    @Test
    void the_world_is_one_that_can_be() {
        assertEquals("test.caller", field(new CallTest("Johnny", null, null, null, List.of(), null)));
        assertEquals("test.given.tickets", field(new Given(null, List.of(Map.of("ticket.title", "x")), null, null)));
        assertEquals("test.given.destinations", field(new Given(null, null, null, List.of(new GivenTelephone("tom", null, "nowhere", null, null)))));
        assertEquals("test.given.destinations", field(new Given(null, null, null, List.of(new GivenTelephone("tom", null, null, null, 4)))));
        GivenTelephone tom = new GivenTelephone("tom", null, null, null, null);
        assertEquals("test.given.destinations", field(new Given(null, null, null, List.of(tom, tom))));
    }

    @Test
    void nobody_wants_to_read_more_than_two_hundred_lines() {
        assertEquals("test.moves", field(Collections.nCopies(201, new Move.HangsUp()).toArray(Move[]::new)));
    }

    @Test
    void a_name_is_needed() {
        assertThrows(ScriptRefused.class, () -> CallTestCheck.name(" "));
        assertEquals("Tom", CallTestCheck.name(" Tom "));
    }

    @Test
    void what_is_in_order_passes() {
        CallTest test = new CallTest("+15550101234", Map.of(), null, new Given(null, List.of(Map.of("ticket.number", "1")), null,
                List.of(new GivenTelephone("tom", null, "sip:tom@widgets.example", "Tom", 20))),
                List.of(new Move.Hears("hello"), new Move.Presses("1*#"), new Move.Rings(List.of("tom")), new Move.IsAnswered(null)), null);
        assertEquals(test, CallTestCheck.checked(test));
    }

    private static String field(Move... moves) {
        return field(new CallTest(null, null, null, null, List.of(moves), null));
    }

    private static String field(Given given) {
        return field(new CallTest(null, null, null, given, List.of(), null));
    }

    private static String field(CallTest test) {
        return assertThrows(ScriptRefused.class, () -> CallTestCheck.checked(test)).field();
    }
}
