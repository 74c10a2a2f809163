package callward.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.carrier.NumberShop;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.PhoneNumber;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people add a line on one number: one of them has it, the other is told so at the field. */
class LinesAtTheSameMomentTest {

    private static final PhoneNumber NUMBER = PhoneNumber.of("+15550101234");

    private final TestEntities entities = TestEntities.open();
    private final TestEntities others = TestEntities.open();
    private final Lines lines = lines(entities);
    private final Lines lines2 = lines(others);

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void who_writes_second_is_told_that_the_number_is_a_line_by_now() {
        entities.manager().getTransaction().begin();
        lines.take(NUMBER);
        CompletableFuture<?> second = CompletableFuture.runAsync(() -> others.once(() -> lines2.take(NUMBER)));
        while (TestDatabase.value("select count(*) from pg_locks where not granted").equals("0") && !second.isDone()) {
            Thread.onSpinWait(); // the second waits for what becomes of the first
        }
        entities.manager().getTransaction().commit();
        LineRefused refused = assertInstanceOf(LineRefused.class,
                assertThrows(CompletionException.class, () -> second.orTimeout(20, TimeUnit.SECONDS).join()).getCause());
        assertEquals(Set.of("number"), refused.faults().keySet());
        assertEquals(NUMBER.shown() + " is a line already: somebody else has just added it.", refused.faults().get("number").inEnglish());
    }

    private static Lines lines(TestEntities entities) {
        NumberShop shop = (NumberShop) Proxy.newProxyInstance(NumberShop.class.getClassLoader(), new Class<?>[] {NumberShop.class},
                (self, method, values) -> method.getName().equals("accountSid") ? "AC" + "0".repeat(32) : null);
        return Wired.with(entities.manager(), new GivenClock(), shop, new Fired<LinesChanged>()).bean(Lines.class);
    }
}
