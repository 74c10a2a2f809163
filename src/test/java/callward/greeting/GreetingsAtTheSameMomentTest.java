package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.access.GivenAudit;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenSettings;
import callward.house.SameMoment;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.wording.Tongue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people add a greeting of one key: one of them has it, the other is told so. */
class GreetingsAtTheSameMomentTest {

    private final TestEntities entities = TestEntities.open();
    private final TestEntities others = TestEntities.open();
    private final GreetingBook book = book(entities);
    private final GreetingBook book2 = book(others);

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void who_writes_second_is_told_that_the_key_is_taken() {
        assertInstanceOf(KeyTaken.class, SameMoment.of(entities, () -> book.add("welcome", "Welcome", "Hello", Tongue.ENGLISH),
                others, () -> book2.add("welcome", "Welcome", "Hi", Tongue.ENGLISH)));
        assertEquals("Hello", TestDatabase.value("select words from callward.greeting"));
    }

    @Test
    void who_adds_does_not_change_what_somebody_else_has_just_added() {
        entities.once(() -> book.add("welcome", "Welcome", "Hello", Tongue.ENGLISH));
        assertThrows(KeyTaken.class, () -> others.once(() -> book2.add("welcome", "Welcome", "Hi", Tongue.ENGLISH)));
        assertEquals("Hello", TestDatabase.value("select words from callward.greeting"));
    }

    private static GreetingBook book(TestEntities entities) {
        return Wired.with(entities.manager(), new GivenAudit(), new GivenSettings(), new GivenClock(), new AudioFiles(), new Fired<GreetingChanged>())
                .named("users", null).bean(GreetingBook.class);
    }
}
