package callward.twilio;

import callward.carrier.AccountCheck;
import callward.carrier.Carrier.AccountState;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.line.CarrierTrouble;
import callward.settings.Part;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the carrier knows us, what kind of account it is, and whether requests have been refused that may have been its own. */
@ApplicationScoped
public class CarrierPart implements Part {

    @Inject
    AccountCheck check;
    @Inject
    Refusals refusals;

    @Override
    public String name() {
        return "carrier";
    }

    @Override
    public State state() {
        try {
            AccountState account = check.check(check.current());
            if (!account.status().equals("active")) {
                return State.down("state.carrier.inactive", account.status());
            }
            return account.trial() ? State.up("state.carrier.trial", refused()) : State.up("state.carrier.known", account.name(), refused());
        } catch (CarrierRefused | CarrierUnreachable e) {
            return new State(false, CarrierTrouble.of(e).saying());
        }
    }

    private Saying refused() {
        return refusals.last().map(last -> Saying.of("state.carrier.refused", last.count(), Saying.of("state.carrier.refused." + last.why()), last.url()))
                .orElse(Saying.NOTHING);
    }
}
