package callward.simulator;

import java.util.Set;

/** Where a document is run; not every verb is allowed everywhere. */
enum TwimlMode {
    CALL(null),
    /** what the called party hears before the two are connected */
    WHISPER(Set.of("Play", "Say", "Gather", "Hangup")),
    QUEUE_WAIT(Set.of("Play", "Say", "Pause", "Hangup", "Redirect", "Leave", "Gather")),
    QUEUE_WHISPER(Set.of("Play", "Say", "Pause", "Redirect")),
    CONFERENCE_WAIT(Set.of("Play", "Say", "Pause", "Redirect"));

    private final Set<String> verbs;

    TwimlMode(Set<String> verbs) {
        this.verbs = verbs;
    }

    boolean allows(String verb) {
        return verbs == null || verbs.contains(verb);
    }
}
