package callward.flow;

import java.time.Duration;
import java.util.List;

/**
 * How long the carrier may take with what a turn told it before something must have gone wrong: everything is heard to its end, the caller
 * uses all the time he has, and the carrier's next request is slow. Generous, because whoever comes too early cuts a caller off.
 */
public final class Allowance {

    /** The carrier lets telephones ring up to so much longer than it is told. */
    static final int DIAL_BUFFER_SECONDS = 5;
    /** The longest that the carrier waits for a webhook's answer. */
    static final int WEBHOOK_SECONDS = 15;
    /** The carrier listens to one spoken answer no longer. */
    private static final int LONGEST_SPEECH_SECONDS = 60;
    /** Nobody takes longer to key in what he is asked for, whatever pause each single key may take. */
    private static final int LONGEST_KEYING_SECONDS = 60;
    /** Slow voices read so much in a second. */
    private static final int CHARACTERS_A_SECOND = 8;
    private static final int TONE_SECONDS = 2;
    /** Line, customer, ticket and keys, read slowly. */
    private static final int QUESTION_SECONDS = 20;

    private Allowance() { }

    /** @param sound the longest that a greeting's sound may be */
    public static Duration of(List<Verb> verbs, Duration sound) {
        return Duration.ofSeconds(WEBHOOK_SECONDS).plus(verbs.stream().map(verb -> of(verb, sound)).reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration of(Verb verb, Duration sound) {
        return switch (verb) {
            case Verb.Say say -> Duration.ofSeconds(1 + say.text().length() / CHARACTERS_A_SECOND);
            case Verb.Play play -> sound;
            case Verb.Pause pause -> Duration.ofSeconds(pause.seconds());
            case Verb.Gather gather -> gather.prompts().stream().map(prompt -> of(prompt, sound)).reduce(Duration.ZERO, Duration::plus)
                    .plusSeconds(gather.seconds() + answering(gather));
            case Verb.Dial dial -> Duration.ofSeconds(dial.seconds() + DIAL_BUFFER_SECONDS + asking(dial.accept()));
            case Verb.Enqueue waiting -> Duration.ofSeconds(waiting.seconds());
            case Verb.Park waiting -> Duration.ofSeconds(waiting.seconds());
            case Verb.Record record -> Duration.ofSeconds(record.maxSeconds() + record.silenceSeconds() + TONE_SECONDS);
            case Verb.Redirect elsewhere -> Duration.ZERO;
            case Verb.HangUp end -> Duration.ZERO;
            case Verb.Refuse end -> Duration.ZERO;
        };
    }

    /** The carrier's time-out counts ringing only: whoever has picked up hears the question, and again after a wrong key. */
    private static int asking(Accept accept) {
        int times = accept == null ? 0 : accept.acceptKey() == null ? 1 : Accept.TRIES;
        return times == 0 ? 0 : times * (QUESTION_SECONDS + accept.seconds()) + WEBHOOK_SECONDS;
    }

    private static int answering(Verb.Gather gather) {
        int keys = gather.maxDigits() == 0 ? Integer.MAX_VALUE / 60 : gather.maxDigits() - 1;
        return Math.max(gather.speech() ? LONGEST_SPEECH_SECONDS : 0, Math.min(keys * gather.seconds(), LONGEST_KEYING_SECONDS));
    }
}
