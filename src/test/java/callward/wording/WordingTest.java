package callward.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.house.Covers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("S0.06")
class WordingTest {

    private static final Facts FACTS = Facts.of("customer.name", "John Doe").with("ticket.number", "1234").with("line.name", "Support")
            .with("caller.number", "+15551234567").with("order.code", "042").with("room.number", "reception").with("evil", "{{line.name}}");

    private static String spoken(String text) {
        return Wording.of(text).spoken(FACTS, Tongue.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hello {{customer.name}}.                | Hello John Doe.",
        "Hello {{ customer.name }}.              | Hello John Doe.",
        "Ticket {{ticket.number}}, please.       | Ticket 1 2 3 4, please.",
        "You call {{line.name}} from {{caller.number}}. | You call Support from plus 1, 5 5 5, 1 2 3, 4 5 6 7.",
        "Your code is {{order.code}}.            | Your code is 0 4 2.",
        "Ask for {{room.number}}.                | Ask for reception.",
        "1234 of the author stays 1234.          | 1234 of the author stays 1234.",
    })
    void names_are_filled_in(String text, String heard) {
        assertEquals(heard, spoken(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hello {{nobody}}.                       | Hello.",
        "Hello, {{nobody}}.                      | Hello.",
        "Hello {{nobody}}, good day.             | Hello, good day.",
        "{{nobody}}, good day.                   | good day.",
        "Your ticket {{no.number}} is {{nobody}} open. | Your ticket is open.",
        "Hello {{two words}} there.              | Hello there.",
        "Hello {{}} there.                       | Hello there.",
        "Hello {{ there.                         | Hello there.",
        "Hello }} there.                         | Hello there.",
        "Hello {{{{customer.name}}}} there.      | Hello John Doe there.",
    })
    void an_unknown_name_becomes_nothing_and_leaves_no_gap(String text, String heard) {
        assertEquals(heard, spoken(text));
    }

    @Test
    void what_a_value_says_is_not_filled_in_again() {
        assertEquals("You are line.name!", spoken("You are {{evil}}!"));
    }

    @Test
    void without_names_only_space_changes() {
        assertEquals("One two.", spoken("  One\n two. "));
        assertEquals("", spoken("{{nobody}}"));
        assertEquals("", spoken(""));
    }

    @Test
    void a_written_text_has_values_and_lines_as_they_are() {
        assertEquals("Ticket 1234\n\nfrom +15551234567  (042)",
                Wording.of("Ticket {{ticket.number}}\n\nfrom {{caller.number}}  ({{order.code}})").written(FACTS));
        assertEquals("Dear,\nticket 1234", Wording.of("Dear {{nobody}},\nticket {{ticket.number}}").written(FACTS));
    }

    @Test
    void it_knows_its_names() {
        assertEquals(Set.of("customer.name", "a"), Wording.of("{{customer.name}} {{a}} {{ a }} {{}}").names());
    }
}
