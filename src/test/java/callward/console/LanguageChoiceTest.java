package callward.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoiceTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/a\tb", "javascript:alert(1)", "/a b"})
    void switching_the_language_never_leads_to_another_site(String back) {
        assertEquals("/", LanguageChoice.ownPath(back));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/customers/customer?id=5", "/calls?q=a%20b&page=2"})
    void switching_the_language_stays_on_the_page(String back) {
        assertEquals(back, LanguageChoice.ownPath(back));
    }

    @ParameterizedTest
    @CsvSource({"John Doe,JD", "Ann,A", "José María Aznar,JM", "'',''"})
    void initials_are_of_the_first_two_words(String name, String initials) {
        assertEquals(initials, Navigation.initials(name));
    }
}
