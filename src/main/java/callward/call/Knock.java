package callward.call;

import callward.flow.CallEvent;
import callward.phone.CallId;
import java.util.Map;

/**
 * A request of the carrier that wants to know what to do next.
 *
 * @param turn    which turn of the call it is: 0 for the first, else the number that our last reply named
 * @param door    the path it came to, as the call's timeline shows it
 * @param request its parameters, as the call's timeline shows them
 * @param gone    the caller is gone by the carrier's word, and nobody hears our answer; null while the call goes on
 */
public record Knock(CallId call, int turn, CallEvent event, String door, Map<String, String> request, CallEnding gone) {

    public Knock {
        request = Map.copyOf(request);
    }

    /** Somebody waits for the answer. */
    public Knock(CallId call, int turn, CallEvent event, String door, Map<String, String> request) {
        this(call, turn, event, door, request, null);
    }
}
