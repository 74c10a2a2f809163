package callward.call;

import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** How long things may take that have no time of their own. */
@ApplicationScoped
class TimeLimits {

    /** Sounds may be older than the setting that limits them. */
    private static final int SOUND_SECONDS = 120;

    /** The carrier rings a telephone longer than it is told, may have others to ring first, and its news may be slow. */
    static final Duration UNTIL_PICKED_UP = Duration.ofSeconds(40);
    /** Until the carrier tells of a message whose sound it has. */
    static final Duration UNTIL_TOLD = Duration.ofSeconds(15);
    /** Until the carrier has moved a call, before it is looked at again. */
    static final Duration UNTIL_MOVED = Duration.ofSeconds(10);
    /** Until a call that was moved, and whose carrier has not asked where to, is moved again. */
    static final Duration UNTIL_HEARD = Duration.ofSeconds(30);
    /** Until a talk is looked at again. */
    static final Duration TALK = Duration.ofSeconds(60);
    /** Until a call that another application has is looked at again. */
    static final Duration ELSEWHERE = Duration.ofMinutes(10);
    /** What the carrier tells after the end of a call comes within this time, or was lost. */
    static final Duration AFTERWARDS = Duration.ofSeconds(60);

    /** No carrier works on the sound of a message for longer. */
    static final Duration PROCESSING = Duration.ofHours(1);

    @Inject
    Settings settings;

    /** Until a caller has somebody to talk to, or has left a message. */
    Duration call() {
        return Duration.ofSeconds(settings.number(Setting.CALL_LIMIT_SECONDS));
    }

    /** What a greeting's sound may take. */
    Duration sound() {
        return Duration.ofSeconds(Math.max(SOUND_SECONDS, settings.number(Setting.SOUND_MAX_SECONDS)));
    }
}
