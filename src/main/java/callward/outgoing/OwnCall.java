package callward.outgoing;

import callward.carrier.CarrierRefused;
import callward.line.CarrierTrouble;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;

/**
 * A call that somebody wanted to make, and how far it has come.
 *
 * @param id       names it
 * @param kind     CALL, or TRIAL of one's own telephone
 * @param state    WANTED: the carrier is being asked; RINGING: one's own telephone rings; ASKING: one was asked, or is; CALLING: the other side is rung; TALKING;
 *                 OVER; FAILED: the carrier would not
 * @param call     SID of the call in the log; null while the carrier has not made it
 * @param to       whom it is for, E.164; of a trial, the telephone's address
 * @param shown    the number that it shows
 * @param device   key of one's own telephone
 * @param outcome  ANSWERED or NOT_REACHED; null while it goes on
 * @param code     the carrier's code for why it would not; null when it gave none
 * @param problem  why it would not, and what to do; null when it would
 * @param wantedAt when it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnCall(long id, String kind, String state, String call, String to, String shown, String device, String outcome, Integer code, String problem,
                      Instant wantedAt) {

    /** What the carrier said, as what it means and what to do. */
    OwnCall in(Locale language) {
        String meant = problem == null ? null : CarrierTrouble.of(new CarrierRefused(code == null ? 0 : code, problem)).saying().in(language);
        return new OwnCall(id, kind, state, call, to, shown, device, outcome, code, meant, wantedAt);
    }
}
