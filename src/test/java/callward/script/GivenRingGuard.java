package callward.script;

import callward.phone.PhoneNumber;
import callward.settings.Saying;
import java.util.Optional;
import java.util.Set;

/** Lets every number be rung but those that a test forbids. */
public record GivenRingGuard(Set<PhoneNumber> forbidden) implements RingGuard {

    public static final Saying WHY = Saying.of("outgoing.refused.SATELLITE", "a satellite");

    public GivenRingGuard(String... forbidden) {
        this(java.util.Arrays.stream(forbidden).map(PhoneNumber::of).collect(java.util.stream.Collectors.toSet()));
    }

    @Override
    public Optional<Saying> objection(PhoneNumber number) {
        return forbidden.contains(number) ? Optional.of(WHY) : Optional.empty();
    }

    @Override
    public boolean isNeverRung(PhoneNumber number) {
        return forbidden.contains(number);
    }
}
