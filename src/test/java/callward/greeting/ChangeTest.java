package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void words_that_are_gone_and_new_stand_between_those_that_stayed() {
        assertEquals(List.of(new Change("same", "We are closed."), new Change("gone", "Please"), new Change("same", "call again"),
                new Change("gone", "tomorrow."), new Change("new", "on Monday.")),
                Change.between("We are closed. Please call again tomorrow.", "We are closed. call again on Monday."));
    }

    @Test
    void spaces_alone_are_no_change_and_nothing_is_all_new() {
        assertEquals(List.of(new Change("same", "a b")), Change.between(" a  b ", "a b"));
        assertEquals(List.of(new Change("new", "a b")), Change.between(null, "a b"));
        assertEquals(List.of(), Change.between("", null));
    }
}
