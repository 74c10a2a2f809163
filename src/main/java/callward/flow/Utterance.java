package callward.flow;

/** Something a script's author lets a caller hear: words, or a greeting by its key. */
public sealed interface Utterance {

    /** Words with {@code {{names}}} in them, read out by the carrier. */
    record Words(String text) implements Utterance { }

    /** A greeting of the company, words or sound, looked up when it is heard. */
    record Sound(String greeting) implements Utterance { }
}
