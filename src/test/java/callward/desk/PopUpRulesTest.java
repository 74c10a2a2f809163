package callward.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.access.Role;
import callward.house.Covers;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopUpRulesTest {

    @Test
    @Covers("S0.17")
    void roles_are_read_as_people_write_them_and_nonsense_names_nobody() {
        assertEquals(Set.of(Role.ADMIN, Role.AGENT), PopUpRules.roles("admin, AGENT"));
        assertEquals(Set.of(), PopUpRules.roles(""));
        assertEquals(Set.of(), PopUpRules.roles("everybody,,"));
    }
}
