package callward.line;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.GivenAudit;
import callward.carrier.NumberShop;
import callward.house.Covers;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.script.GivenRingGuard;
import callward.script.Script;
import callward.script.Scripts;
import callward.settings.Company;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {

    private static final String DEAR = "+870773123456";

    private final TestEntities entities = TestEntities.open();
    private final GivenClock clock = new GivenClock();
    private final GivenAudit audit = new GivenAudit();
    private Lines lines;
    private KeepLine keep;
    private long script;

    @BeforeEach
    void open() {
        TestDatabase.empty();
        NumberShop shop = (NumberShop) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {NumberShop.class}, (proxy, asked, values) -> {
            assertEquals("accountSid", asked.getName());
            return "AC1";
        });
        TestDatabase.run("insert into callward.script (name, created_at) values ('Reception', now())");
        script = Long.parseLong(TestDatabase.value("select id from callward.script"));
        TestDatabase.run("""
                insert into callward.script_revision (script_id, number, steps, published_at, published_by)
                values (?, 1, '{}', now(), 'ann')""", script);
        TestDatabase.run("update callward.script set published_revision_id = (select id from callward.script_revision)");
        Scripts scripts = new Scripts() {
            @Override
            public Optional<Script> find(long id) {
                return Optional.ofNullable(entities.manager().find(Script.class, id));
            }
        };
        lines = Wired.with(entities.manager(), clock, shop, new Fired<LinesChanged>()).bean(Lines.class);
        keep = Wired.with(lines, scripts, Wired.with(new GivenSettings()).bean(Company.class), audit, clock, new Fired<LinesChanged>(), new GivenRingGuard(DEAR)).bean(KeepLine.class);
    }

    @Test
    void another_name_does_not_take_back_that_a_number_may_be_rented() {
        long id = entities.once(() -> keep.add(text("+15550100100", "Sales"), true)).getId();
        entities.once(() -> keep.change(id, text("+15550100100", "Sale and service")));
        assertEquals("t", TestDatabase.value("select may_rent from callward.line"));
    }

    @Test
    void to_point_a_number_at_us_again_never_rents_it() {
        long id = entities.once(() -> keep.add(text("+15550100100", "Sales"), true)).getId();
        entities.once(() -> lines.find(id).orElseThrow().pointed("PN1", "https://desk.example.com/twilio/voice"));
        entities.once(() -> keep.repair(id));
        assertEquals("f", TestDatabase.value("select may_rent from callward.line"));
    }

    @Test
    void of_several_numbers_all_become_lines_or_none() {
        entities.once(() -> keep.add(text("+15550100102", "Taken"), false));
        assertThrows(LineRefused.class, () -> entities.once(() -> keep.addAll(List.of(text("+15550100101", "One"), text("+15550100102", "Two")))));
        assertEquals(List.of("Taken"), TestDatabase.column("select name from callward.line"));
        entities.once(() -> keep.addAll(List.of(text("+15550100101", "One"), text("+15550100103", "Two"))));
        assertTrue(TestDatabase.column("select name from callward.line").containsAll(List.of("One", "Two")));
    }

    @Test
    void a_line_has_its_own_limit_for_calls_or_the_companys() {
        LineRefused refused = assertThrows(LineRefused.class, () -> entities.once(() -> keep.add(text("+15550100100", "Sales", 59), false)));
        assertEquals(Set.of("callLimitSeconds"), refused.faults().keySet());
        entities.once(() -> keep.add(text("+15550100100", "Sales", 90), false));
        assertEquals("90", TestDatabase.value("select call_limit_seconds from callward.line"));
        entities.once(() -> keep.change(lines.all().getFirst().getId(), text("+15550100100", "Sales")));
        assertEquals(null, TestDatabase.value("select call_limit_seconds from callward.line"));
    }

    @Test
    @Covers("B12")
    void a_number_that_must_not_be_rung_is_refused_as_forward_and_as_fallback_and_an_old_one_stays() {
        LineText dear = new LineText("+15550100100", "Sales", script, DEAR, DEAR, null, null, null);
        LineRefused refused = assertThrows(LineRefused.class, () -> entities.once(() -> keep.add(dear, true)));
        assertEquals(Map.of("fallback", GivenRingGuard.WHY, "forward", GivenRingGuard.WHY), refused.faults());
        long id = entities.once(() -> keep.add(text("+15550100100", "Sales"), true)).getId();
        assertThrows(LineRefused.class, () -> entities.once(() -> keep.change(id, dear)));
        TestDatabase.run("update callward.line set fallback = ?, forward = ?", DEAR, DEAR);
        entities.manager().clear();
        entities.once(() -> keep.change(id, dear));
        assertEquals(DEAR, TestDatabase.value("select forward from callward.line"));
    }

    private LineText text(String number, String name) {
        return text(number, name, null);
    }

    private LineText text(String number, String name, Integer callLimitSeconds) {
        return new LineText(number, name, script, null, null, null, null, callLimitSeconds);
    }
}
