package callward.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Facts FACTS = Facts.of("customer.name", "John").with("line.name", "Support");

    @Test
    void what_is_not_known_is_nothing() {
        assertEquals(Optional.empty(), FACTS.get("ticket.number"));
    }

    @Test
    void news_takes_the_place_of_what_was_known() {
        assertEquals(Optional.of("Ann"), FACTS.with(Facts.of("customer.name", "Ann")).get("customer.name"));
        assertEquals(Facts.of("line.name", "Support"), FACTS.with("customer.name", null));
    }

    @Test
    void they_can_be_told_apart_by_what_they_are_about() {
        assertEquals(Facts.of("customer.name", "John"), FACTS.under("customer."));
        assertEquals(Facts.of("line.name", "Support"), FACTS.without("customer."));
    }

    @Test
    void nobody_changes_them() {
        Map<String, String> values = FACTS.values();
        assertThrows(UnsupportedOperationException.class, () -> values.put("a", "b"));
    }
}
