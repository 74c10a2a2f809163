package callward.call;

import callward.flow.Remark;
import callward.flow.Verb;
import java.util.List;
import java.util.Map;

/**
 * What a turn did inside, kept beside its webhook.
 *
 * @param remarks steps entered, telephones passed over, in order
 * @param learned facts that were new or other than before
 * @param heard   what the caller hears and what then happens to him, as the carrier was told
 * @param asked   what was looked up on the way
 */
record TurnNotes(List<Remark> remarks, Map<String, String> learned, List<Verb> heard, List<Asked> asked) {

    static final TurnNotes NONE = new TurnNotes(List.of(), Map.of(), List.of(), List.of());

    TurnNotes {
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
        learned = learned == null ? Map.of() : Map.copyOf(learned);
        heard = heard == null ? List.of() : List.copyOf(heard);
        asked = asked == null ? List.of() : List.copyOf(asked);
    }

    /** @param what {@code who-calls}, {@code ticket-numbered} …; @param answer {@code known}, {@code unknown}, {@code targets} … */
    record Asked(String what, String answer, double millis) { }
}
