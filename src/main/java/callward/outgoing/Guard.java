package callward.outgoing;

import callward.outgoing.CallRefused.Reason;
import callward.phone.NumberKind;
import callward.phone.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/**
 * Which numbers may be called: a stolen password, or a wrong key, must not make anybody rich.
 *
 * @param countries ISO 3166
 * @param kinds     those that may be called
 * @param ours      lines of ours: a call to one of them would come in again
 * @param practice  calls are simulated: numbers that nobody has may be called, as examples are
 */
public record Guard(Set<String> countries, Set<NumberKind> kinds, Set<PhoneNumber> ours, boolean practice) {

    /** @return nothing when it may be called */
    public Optional<Reason> objection(PhoneNumber number) {
        if (ours.contains(number)) {
            return Optional.of(Reason.OUR_LINE);
        }
        NumberKind kind = NumberKind.of(number);
        if (!isAllowed(kind)) {
            return Optional.of(Reason.of(kind));
        }
        return countries.contains(NumberKind.country(number)) ? Optional.empty() : Optional.of(Reason.COUNTRY);
    }

    /** No setting opens what is refused always. */
    private boolean isAllowed(NumberKind kind) {
        return switch (kind) {
            case EMERGENCY -> false;
            case UNKNOWN -> practice;
            default -> kinds.contains(kind);
        };
    }
}
