package callward.twilio;

import callward.carrier.Carrier.AccountState;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.settings.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the carrier knows us, what kind of account it is, and whether requests have been refused that may have been its own. */
@ApplicationScoped
public class CarrierPart implements Part {

    @Inject
    TwilioCarrier carrier;
    @Inject
    Refusals refusals;

    @Override
    public String name() {
        return "carrier";
    }

    @Override
    public State state() {
        try {
            AccountState account = carrier.account();
            String kind = account.trial() ? "a trial account: it calls, and is called by, verified numbers only" : account.name();
            return account.status().equals("active") ? State.up(kind + refused())
                    : State.down("the account is " + account.status() + ": see the carrier's console");
        } catch (CarrierRefused refused) {
            return State.down("the carrier refuses us (" + refused.code() + " " + refused.getMessage() + "): check the account's SID and keys");
        } catch (CarrierUnreachable unreachable) {
            return State.down(unreachable.getMessage());
        }
    }

    private String refused() {
        return refusals.last().map(last -> "; " + last.count() + " requests refused, the last for its " + last.why() + ": " + last.url()
                + " – if that is not the address the carrier calls, set CALLWARD_PUBLIC_URL").orElse("");
    }
}
