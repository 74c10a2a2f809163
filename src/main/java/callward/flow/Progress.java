package callward.flow;

import callward.wording.Facts;
import java.time.Instant;
import java.util.List;

/**
 * Where a call stands. Kept as one JSON document beside the call.
 *
 * @param step    the step it is in or ended in, null before the first
 * @param facts   what is known
 * @param tries   how often the step has asked already
 * @param targets telephones still to be rung by the step, the one ringing first
 * @param since   when the step began to ring, null when it does not
 * @param outcome what the call came to so far, null when nothing yet
 * @param over    nothing more will be answered
 * @param rung    telephones the step has rung in vain
 * @param turns   events answered so far, so that no script goes on for ever
 * @param hops    steps entered since the caller was last awaited
 * @param said    verbs kept while something is found out; empty whenever the caller is awaited
 * @param asked   what is being found out; null whenever the caller is awaited
 * @param texted  steps that have sent their text
 * @param hunt    how far the step has come with its telephones, null when it rings none
 * @param detour  where somebody who talked to the caller has sent him; null when nobody has
 */
public record Progress(String step, Facts facts, int tries, List<Verb.Target> targets, Instant since, Happening.Outcome outcome,
                       boolean over, List<Verb.Target> rung, int turns, int hops, List<Verb> said, Question asked,
                       List<String> texted, Hunt hunt, Detour detour) {

    public static final Progress START =
            new Progress(null, Facts.NONE, 0, List.of(), null, null, false, List.of(), 0, 0, List.of(), null, List.of());

    /** Where nothing rings. */
    public Progress(String step, Facts facts, int tries, List<Verb.Target> targets, Instant since, Happening.Outcome outcome, boolean over,
                    List<Verb.Target> rung, int turns, int hops, List<Verb> said, Question asked, List<String> texted) {
        this(step, facts, tries, targets, since, outcome, over, rung, turns, hops, said, asked, texted, null, null);
    }

    public Progress {
        facts = facts == null ? Facts.NONE : facts;
        targets = Bounds.list(targets);
        rung = Bounds.list(rung);
        said = Bounds.list(said);
        texted = Bounds.list(texted);
    }

    /** All that this call can walk through. @param script what its line leads to */
    public Steps walked(Steps script) {
        return detour == null ? script : script.and(detour.steps());
    }

    /** What the call came to as a whole: who was sent on has talked to somebody before, whatever comes of it later. */
    public Happening.Outcome result() {
        return detour == null || outcome == Happening.Outcome.VOICEMAIL ? outcome : Happening.Outcome.ANSWERED;
    }

    /** The same place, with more known. */
    public Progress knowing(Facts more) {
        return new Progress(step, facts.with(more), tries, targets, since, outcome, over, rung, turns, hops, said, asked, texted, hunt, detour);
    }
}
