package callward.outgoing;

import callward.call.NumberGuard;
import callward.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Callers are sent on to numbers that may be called, and called back at no others: the company pays for both. */
@ApplicationScoped
public class GuardedTransfers implements NumberGuard {

    @Inject
    Watchman watchman;

    @Override
    public boolean mayCall(PhoneNumber number, boolean practice) {
        try {
            watchman.maySendTo(number, practice);
            return true;
        } catch (CallRefused refused) {
            return false;
        }
    }

    @Override
    public boolean mayPromise(PhoneNumber number, boolean practice) {
        return watchman.mayPromise(number, practice);
    }
}
