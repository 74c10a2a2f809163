package callward.line;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.carrier.NumberShop;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class OurLinesTest {

    @Test
    void a_number_is_ours_even_where_its_line_leads_nowhere_yet() {
        TestDatabase.empty();
        TestEntities entities = TestEntities.open();
        NumberShop shop = (NumberShop) Proxy.newProxyInstance(NumberShop.class.getClassLoader(), new Class<?>[] {NumberShop.class},
                (self, method, values) -> method.getName().equals("accountSid") ? "AC" + "0".repeat(32) : null);
        Lines lines = Wired.with(entities.manager(), new GivenClock(), shop, new Fired<LinesChanged>()).bean(Lines.class);
        entities.once(() -> lines.take(PhoneNumber.of("+15550101234")));
        assertTrue(lines.isOurs(Destination.of("+15550101234")));
        assertTrue(lines.route("+15550101234").isEmpty());
        assertFalse(lines.isOurs(Destination.of("+15550101235")));
        assertFalse(lines.isOurs(Destination.of("client:tom")));
    }
}
