package callward.flow;

import callward.wording.Facts;
import callward.wording.Tongue;
import java.util.List;
import java.util.stream.Stream;

/**
 * What those hear who ask, and are asked, while the caller waits.
 *
 * @param facts  what is known of the call
 * @param tongue the script's; our words are English where we do not have its language
 */
public record Aside(Facts facts, Tongue tongue) {

    private static final int BETWEEN_SECONDS = 4;
    private static final int SILENCE_SECONDS = 8;

    /** The caller, again and again: words, and the music of the group that he has waited for. Before he waits he hears nothing: who fetches him must find him in his queue. */
    public List<Verb.Prompt> waits() {
        return List.of(Phrase.ONE_MOMENT.in(tongue, facts), facts.get(Hold.MUSIC).<Verb.Prompt>map(music -> new Verb.Play(music, facts, tongue)).orElse(new Verb.Pause(SILENCE_SECONDS)));
    }

    /** Whom he fetches is on his way into the queue. */
    public List<Verb.Prompt> awaits() {
        return List.of(new Verb.Pause(1));
    }

    /** Who asks, again and again, until somebody answers. */
    public List<Verb.Prompt> rings() {
        return List.of(Phrase.RINGS_THERE.in(tongue, facts), new Verb.Pause(BETWEEN_SECONDS));
    }

    /** Before he gets the caller. */
    public List<Verb.Prompt> here() {
        return say(Phrase.HERE_IS_THE_CALLER);
    }

    /** Before he gets his caller back. */
    public List<Verb.Prompt> back(Consultation.Why why) {
        return Stream.of(reason(why), Stream.of(Phrase.CALLER_IS_BACK)).flatMap(phrases -> phrases).<Verb.Prompt>map(phrase -> phrase.in(tongue, facts)).toList();
    }

    private static Stream<Phrase> reason(Consultation.Why why) {
        return switch (why) {
            case DECLINED -> Stream.of(Phrase.DECLINES);
            case NO_ANSWER, FAILED -> Stream.of(Phrase.DOES_NOT_ANSWER);
            case LEFT -> Stream.of(Phrase.HAS_LEFT);
            case TIME_IS_UP -> Stream.of(Phrase.HAS_WAITED_LONG);
            case CLICKED, PUT_DOWN, TAKEN_BACK -> Stream.of();
            case null -> Stream.of();
        };
    }

    /** Nobody is there any more to be talked to, or about. */
    public List<Verb.Prompt> gone() {
        return say(Phrase.CALLER_HAS_GONE);
    }

    private List<Verb.Prompt> say(Phrase phrase) {
        return List.of(phrase.in(tongue, facts));
    }
}
