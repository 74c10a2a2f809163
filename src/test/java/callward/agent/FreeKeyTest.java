package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.access.GivenAudit;
import callward.house.Fired;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.Destination;
import callward.script.GivenRingGuard;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A telephone's key comes from its owner's name, and no two telephones have one. */
class FreeKeyTest {

    private static final String LONG = "a.very.long.user.name.that.goes.on@and.on.example.com";

    private final TestEntities entities = TestEntities.open();
    private final Devices devices = Wired.with(entities.manager(), new GivenAudit(), new Fired<Devices.Changed>(), (NeverRung) place -> Optional.empty(), new GivenRingGuard()).bean(Devices.class);

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    void people_whose_long_names_begin_alike_have_telephones_of_their_own() {
        assertEquals("a-very-long-user-name-that-goes-on-a", kept(LONG));
        assertEquals("a-very-long-user-name-that-goes-on-a-2", kept(LONG + ".uk"));
        assertEquals("a-very-long-user-name-that-goes-on-a-3", kept(LONG));
    }

    @Test
    void a_name_without_letters_is_a_phone() {
        assertEquals("phone", kept("___"));
        assertEquals("phone-2", kept("___"));
    }

    private String kept(String name) {
        return entities.once(() -> devices.save(new Device(devices.freeKey(name), "Phone", Destination.of("client:tom"), null))).getKey();
    }
}
