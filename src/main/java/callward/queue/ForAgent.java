package callward.queue;

import callward.flow.Whisper;
import callward.phone.PhoneNumber;

/** What becomes of somebody who was offered a caller, and is on the telephone. */
public sealed interface ForAgent {

    /** @param asked how often he has been asked, this time included */
    record Hears(Whisper whisper, int asked) implements ForAgent { }

    /** He fetches the caller from a queue at the carrier, in which nobody else is. */
    record Fetches(String queue, int seconds) implements ForAgent { }

    /** He is put through to somebody who wanted to be called back. @param shows what that telephone shows */
    record Calls(PhoneNumber number, String shows, int seconds) implements ForAgent { }

    record HangsUp() implements ForAgent { }
}
