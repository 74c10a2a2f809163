package callward.outgoing;

import callward.line.Line;
import callward.line.Lines;
import callward.outgoing.CallRefused.Reason;
import callward.phone.Destination;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whose number somebody sees who is called by us. */
@ApplicationScoped
class ShownLines {

    @Inject
    Lines lines;
    @Inject
    OutgoingRows rows;
    @Inject
    CarrierAccounts accounts;

    /** Lines of accounts that we have. */
    List<Line> all() {
        return lines.all().stream().filter(line -> accounts.named(line.getAccount()).isPresent()).toList();
    }

    /**
     * The one that was asked for; else the one that the call came in on; else the one that this agent's last call showed; else the first.
     *
     * @param number of the line that a call came in on, or null
     */
    Line choose(long agent, Long asked, String number) {
        List<Line> all = all();
        if (asked != null) {
            return all.stream().filter(line -> line.getId().equals(asked)).findFirst().orElseThrow(() -> new CallRefused(Reason.LINE_UNKNOWN, asked));
        }
        Optional<Line> ofCall = all.stream().filter(line -> line.getNumber().equals(number)).findFirst();
        return ofCall.or(() -> rows.lastLine(agent).flatMap(last -> all.stream().filter(line -> line.getId().equals(last)).findFirst()))
                .or(() -> all.stream().findFirst()).orElseThrow(() -> new CallRefused(Reason.NO_LINE));
    }

    boolean isOurs(Destination place) {
        return lines.isOurs(place);
    }

    boolean isSimulated(Line line) {
        return accounts.named(line.getAccount()).filter(CarrierAccount::simulated).isPresent();
    }
}
