package callward.flow;

import java.util.List;

/** What somebody who has picked up hears before, or instead of, talking to a caller. The caller does not hear it. */
public sealed interface Whisper {

    /** He is asked to press a key; who stays silent is hung up on. */
    record Ask(List<Verb.Prompt> prompts, Accept accept) implements Whisper { }

    /** He hears why, or nothing, and is hung up on. */
    record Farewell(List<Verb.Prompt> prompts) implements Whisper { }

    /** He is put through without another word. */
    record Connect() implements Whisper { }
}
