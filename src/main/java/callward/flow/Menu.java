package callward.flow;

import callward.flow.Turn.Next;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            next = Bounds.orEnd(next);
        }

        /** How many characters of its words, or its key, are in what was spoken. */
        private int match(String heard) {
            String plain = " " + plain(heard) + " ";
            return Stream.concat(words.stream(), Stream.of(key)).map(Choice::plain)
                    .filter(word -> !word.isEmpty() && plain.contains(" " + word + " ")).mapToInt(String::length).max().orElse(0);
        }

        /** Without accents, capitals and punctuation. */
        private static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        }
    }

    public Menu {
        Bounds.id(id);
        says = Bounds.list(says);
        choices = Bounds.list(choices);
        seconds = Bounds.number("seconds", id, seconds, 1, 60, 5);
        tries = Bounds.number("tries", id, tries, 1, 10, 3);
        sorry = Bounds.list(sorry);
        otherwise = Bounds.orEnd(otherwise);
        if (choices.stream().map(Choice::key).distinct().count() < choices.size()) {
            throw new IllegalArgumentException("choices of step \"" + id + "\" name one key twice");
        }
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(Stream.concat(choices.stream().map(Choice::next), Stream.ofNullable(otherwise)).toArray(String[]::new));
    }

    @Override
    public String givesUp() {
        return otherwise;
    }

    @Override
    public List<Utterance> utterances() {
        return Stream.concat(says.stream(), sorry.stream()).toList();
    }

    Next enter(Moment moment) {
        return ask(moment, List.of());
    }

    Next on(Moment moment, CallEvent event) {
        return switch (event) {
            case CallEvent.Entered entered -> choose(moment, keyed(entered.digits()));
            case CallEvent.Spoke spoke -> choose(moment, spoken(spoke.words()));
            case CallEvent.Silent silent -> again(moment);
            case CallEvent.TimeIsUp timeIsUp -> moment.goTo(otherwise);
            default -> ask(moment, List.of());
        };
    }

    private Optional<Choice> keyed(String digits) {
        return choices.stream().filter(choice -> choice.key().equals(digits)).findFirst();
    }

    /** The longest words win, so that "new order" is not taken for "order". */
    private Optional<Choice> spoken(String words) {
        return choices.stream().filter(choice -> choice.match(words) > 0).reduce((one, other) ->
                other.match(words) > one.match(words) ? other : one);
    }

    private Next choose(Moment moment, Optional<Choice> choice) {
        return choice.isPresent() ? moment.goTo(choice.get().next()) : again(moment);
    }

    private Next again(Moment moment) {
        moment.tries++;
        return moment.tries < tries ? ask(moment, moment.prompts(sorry, Phrase.SORRY)) : moment.goTo(otherwise);
    }

    private Next ask(Moment moment, List<Verb.Prompt> before) {
        List<Verb.Prompt> prompts = Stream.concat(before.stream(), moment.prompts(says).stream()).toList();
        List<String> hints = choices.stream().flatMap(choice -> choice.words().stream()).distinct().toList();
        return moment.await(new Verb.Gather(prompts, speech, longestKey(), finishKey(), seconds, speech ? hints : List.of(),
                moment.tongue()));
    }

    private int longestKey() {
        return choices.stream().mapToInt(choice -> choice.key().length()).max().orElse(1);
    }

    /** A # ends keys of different lengths at once, where it is not a choice itself. */
    private String finishKey() {
        return longestKey() > 1 && choices.stream().noneMatch(choice -> choice.key().contains("#")) ? "#" : "";
    }
}
