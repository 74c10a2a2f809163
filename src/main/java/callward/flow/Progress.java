package callward.flow;

import callward.wording.Facts;
import java.time.Instant;
import java.util.List;

/**
 * Where a call stands. Kept as one JSON document beside the call.
 *
 * @param step    the step it is in, null before the first and after the last
 * @param facts   what is known
 * @param tries   how often the step has asked already
 * @param targets telephones still to be rung by the step, the one ringing first
 * @param since   when the step began to ring, null when it does not
 * @param outcome what the call came to so far, null when nothing yet
 * @param over    nothing more will be answered
 */
public record Progress(String step, Facts facts, int tries, List<Verb.Target> targets, Instant since, Happening.Outcome outcome,
                       boolean over) {

    public static final Progress START = new Progress(null, Facts.NONE, 0, List.of(), null, null, false);

    public Progress {
        targets = List.copyOf(targets);
    }
}
