package callward.flow;

import java.util.List;
import java.util.stream.Stream;

/**
 * Asks the caller for digits and keeps them as a fact.
 *
 * @param name      the fact's name, as in {@code {{ticket.number}}}
 * @param minDigits 1 to 50, 0 for 1
 * @param maxDigits 1 to 50, 0 for 20
 * @param finishKey one of {@code 0-9 * #}, empty for none, null for {@code #}
 * @param check     null: none
 * @param seconds   silence before it counts as no answer: 1 to 60, 0 for 5
 * @param tries     how often it asks in all: 1 to 10, 0 for 3
 * @param sorry     heard before it asks again; empty: our own words
 * @param next      where a right answer leads; null: the call ends politely
 * @param otherwise where a caller goes who never gives one, usually to a person; null: the call ends politely
 */
public record Ask(String id, String name, List<Utterance> says, int minDigits, int maxDigits, String finishKey, Check check,
                  int seconds, int tries, List<Utterance> sorry, String next, String otherwise) implements Step {

    /** How an answer is looked up before it counts. */
    public enum Check { NONE, TICKET }

    public Ask {
        Bounds.id(id);
        Bounds.required("name", id, name);
        says = Bounds.list(says);
        minDigits = Bounds.number("minDigits", id, minDigits, 1, 50, 1);
        maxDigits = Bounds.number("maxDigits", id, maxDigits, minDigits, 50, Math.max(20, minDigits));
        finishKey = Bounds.keys("finishKey", id, finishKey, 1, "#");
        check = check == null ? Check.NONE : check;
        seconds = Bounds.number("seconds", id, seconds, 1, 60, 5);
        tries = Bounds.number("tries", id, tries, 1, 10, 3);
        sorry = Bounds.list(sorry);
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(next, otherwise);
    }

    @Override
    public List<Utterance> utterances() {
        return Stream.concat(says.stream(), sorry.stream()).toList();
    }
}
