package callward.outgoing;

import java.time.Instant;

/**
 * Somebody called back.
 *
 * @param by      an agent's name
 * @param at      when he wanted to
 * @param reached whether they have talked
 * @param call    SID of that call; null while the carrier has not made it
 */
public record CallBack(String by, Instant at, boolean reached, String call) {

    /** Of the sentence that says so. */
    public String key() {
        return reached ? "calls.calledBack" : "calls.triedBack";
    }
}
