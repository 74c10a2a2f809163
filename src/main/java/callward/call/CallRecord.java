package callward.call;

import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.call.Calls.LegRow;
import callward.call.TurnRecord.PassedOver;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Everything that is known of a call.
 *
 * @param readAt  when it was put together: a call that goes on has more to come
 * @param call    the call as lists show it
 * @param script  what the call walked through; null when the script is gone
 * @param facts   what was known at last, by name
 * @param legs    the telephones that rang
 * @param events  what came in and what went out, in the order in which it was written down
 * @param others  what happened beside: pop-ups, messages, mails, texts
 * @param notRung telephones that did not ring, each with the last reason; NOT_LISTED = no step of this call names it, SWITCHED_OFF and
 *                NOT_THERE = as it was during the call
 */
public record CallRecord(Instant readAt, CallRow call, ScriptOfCall script, SortedMap<String, String> facts, List<LegRow> legs,
                         List<EventRow> events, List<Testimony> others, List<PassedOver> notRung) {

    /**
     * @param id       of the script
     * @param name     of the script
     * @param revision its number, below 0 for a draft that was tried out
     * @param step     where the call is, or ended; null before the first step
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScriptOfCall(long id, String name, int revision, String step) {

        /** Where its steps are read: of a draft that was tried out in the editor, since it has no page of its own. */
        public String page() {
            return revision > 0 ? "/scripts/script?id=" + id + "&revision=" + revision : "/scripts/editor?id=" + id;
        }
    }
}
