package callward.outgoing;

import callward.phone.PhoneNumber;
import callward.script.RingGuard;
import callward.settings.CarrierAccounts;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Telephones, lines and scripts ring numbers that may be called: whoever may set them up could make himself rich by a dear one otherwise. */
@ApplicationScoped
public class GuardedTelephones implements RingGuard {

    /** Of North America; nobody has it and no carrier connects it. Examples use it, and the demo company lives there. */
    private static final String EXAMPLES = "+1555";

    @Inject
    Watchman watchman;
    @Inject
    CarrierAccounts accounts;

    @Override
    public Optional<Saying> objection(PhoneNumber number) {
        return number.e164().startsWith(EXAMPLES) ? Optional.empty() : watchman.objection(number, accounts.current().simulated()).map(CallRefused::saying);
    }

    @Override
    public boolean isNeverRung(PhoneNumber number) {
        return watchman.isNeverRung(number);
    }
}
