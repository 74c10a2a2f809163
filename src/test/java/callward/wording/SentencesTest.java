package callward.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void what_fits_stays_whole() {
        assertEquals(List.of("One. Two."), Sentences.upTo(9, " One. Two. "));
        assertEquals(List.of(), Sentences.upTo(9, "  "));
    }

    @Test
    void it_is_cut_between_sentences() {
        assertEquals(List.of("One. Two?", "Three four."), Sentences.upTo(15, "One. Two? Three four."));
    }

    @Test
    void a_long_sentence_is_cut_between_words() {
        assertEquals(List.of("one two", "three"), Sentences.upTo(10, "one two three"));
    }

    @Test
    void a_long_word_is_cut_but_no_character_is_torn() {
        assertEquals(List.of("abcd", "ef"), Sentences.upTo(4, "abcdef"));
        assertEquals(List.of("a", "\uD83D\uDE00", "b"), Sentences.upTo(2, "a\uD83D\uDE00b"));
    }
}
