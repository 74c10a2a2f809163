package callward.call;

import callward.phone.PhoneNumber;

/** Says which numbers may be called at all; the room that calls out implements it. */
public interface NumberGuard {

    /** Whom it turns away is written down. @param practice the call is simulated */
    boolean mayCall(PhoneNumber number, boolean practice);

    /** The same for a call that is promised, within the transaction of whoever promises it. */
    default boolean mayPromise(PhoneNumber number, boolean practice) {
        return mayCall(number, practice);
    }
}
