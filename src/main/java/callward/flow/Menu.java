package callward.flow;

import java.util.List;
import java.util.stream.Stream;

/**
 * Lets the caller choose by a key or a spoken word.
 *
 * @param speech    whether spoken words count, too
 * @param seconds   silence before it counts as no choice: 1 to 60, 0 for 5
 * @param tries     how often it asks in all: 1 to 10, 0 for 3
 * @param sorry     heard before it asks again; empty: our own words
 * @param otherwise where a caller goes who never chooses, usually to a person; null: the call ends politely
 */
public record Menu(String id, List<Utterance> says, List<Choice> choices, boolean speech, int seconds, int tries,
                   List<Utterance> sorry, String otherwise) implements Step {

    /**
     * @param key   1 to 8 of {@code 0-9 * #}
     * @param words what counts as this choice when spoken
     * @param next  null: the call ends politely
     */
    public record Choice(String key, List<String> words, String next) {
        public Choice {
            if (key == null || !key.matches("[0-9*#]{1,8}")) {
                throw new IllegalArgumentException("key of a choice must be 1 to 8 of 0-9 * #, not \"" + key + "\"");
            }
            words = Bounds.list(words);
        }
    }

    public Menu {
        Bounds.id(id);
        says = Bounds.list(says);
        choices = Bounds.list(choices);
        seconds = Bounds.number("seconds", id, seconds, 1, 60, 5);
        tries = Bounds.number("tries", id, tries, 1, 10, 3);
        sorry = Bounds.list(sorry);
        if (choices.stream().map(Choice::key).distinct().count() < choices.size()) {
            throw new IllegalArgumentException("choices of step \"" + id + "\" name one key twice");
        }
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(Stream.concat(choices.stream().map(Choice::next), Stream.ofNullable(otherwise)).toArray(String[]::new));
    }

    @Override
    public List<Utterance> utterances() {
        return Stream.concat(says.stream(), sorry.stream()).toList();
    }
}
