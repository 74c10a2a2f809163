package callward.flow;

/** Something a script's author lets a caller hear: words, or a greeting by its key. */
public sealed interface Utterance {

    /** Words with {@code {{names}}} in them, read out by the carrier. */
    record Words(String text) implements Utterance {
        public Words {
            text = text == null ? "" : text;
        }
    }

    /** A greeting of the company, words or sound, looked up when it is heard. */
    record Sound(String greeting) implements Utterance {
        public Sound {
            if (greeting == null || greeting.isBlank()) {
                throw new IllegalArgumentException("greeting must be the key of a greeting");
            }
        }
    }
}
