package callward.call;

import callward.phone.PhoneNumber;

/** Says which numbers may be called at all; the room that calls out implements it. */
public interface NumberGuard {

    /** Whom it turns away is written down. @param practice the call is simulated */
    boolean mayCall(PhoneNumber number, boolean practice);
}
