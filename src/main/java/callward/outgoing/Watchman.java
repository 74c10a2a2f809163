package callward.outgoing;

import callward.access.Audit;
import callward.access.Deed;
import callward.line.Line;
import callward.line.Lines;
import callward.outgoing.CallRefused.Reason;
import callward.outgoing.OutgoingRows.Kind;
import callward.phone.NumberKind;
import callward.phone.PhoneNumber;
import callward.settings.Company;
import callward.settings.OwnTransaction;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Stands before every call that we make: asks the {@link Guard}, counts, and writes down whom it has turned away. */
@ApplicationScoped
class Watchman {

    private static final String ROOM = "calls";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TRIALS_AN_HOUR = 10;

    @Inject
    Settings settings;
    @Inject
    Company company;
    @Inject
    Lines lines;
    @Inject
    OutgoingRows rows;
    @Inject
    Audit audit;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;

    /** @throws CallRefused when it must not be made */
    void mayCall(long agent, PhoneNumber to, boolean practice) {
        Optional<Reason> objection = guard(practice).objection(to);
        if (objection.isPresent()) {
            throw turnedAway(to.e164(), new CallRefused(objection.get(), to.shown(), countryName(to)));
        }
        int anHour = settings.number(Setting.OUTGOING_PER_HOUR);
        if (rows.count(Kind.CALL, agent, clock.instant().minus(HOUR)) >= anHour) {
            throw turnedAway(to.e164(), new CallRefused(Reason.HOUR_IS_FULL, anHour));
        }
        int aDay = settings.number(Setting.OUTGOING_PER_DAY);
        Instant midnight = clock.instant().atZone(company.zone()).toLocalDate().atStartOfDay(company.zone()).toInstant();
        if (rows.count(Kind.CALL, null, midnight) >= aDay) {
            throw turnedAway(to.e164(), new CallRefused(Reason.DAY_IS_FULL, aDay));
        }
    }

    /** For a caller who is sent on. @throws CallRefused when he must not be sent there */
    void maySendTo(PhoneNumber to, boolean practice) {
        guard(practice).objection(to).ifPresent(objection -> {
            throw turnedAway(to.e164(), new CallRefused(objection, to.shown(), countryName(to)));
        });
    }

    /** What stands against a number that somebody sets up. Nobody is noted: nothing was called. */
    Optional<CallRefused> objection(PhoneNumber to, boolean practice) {
        return guard(practice).objection(to).map(objection -> new CallRefused(objection, to.shown(), countryName(to)));
    }

    /** By what it is for alone, and from memory: it is asked while a caller waits. */
    boolean isNeverRung(PhoneNumber number) {
        NumberKind kind = NumberKind.of(number);
        return switch (kind) {
            case EMERGENCY -> true;
            case SATELLITE, PREMIUM_RATE, SHARED_COST, PERSONAL -> !kinds().contains(kind);
            default -> false;
        };
    }

    /** A caller who asks for it goes on with his call: it is written down in the transaction of his turn. */
    boolean mayPromise(PhoneNumber to, boolean practice) {
        Optional<Reason> objection = guard(practice).objection(to);
        objection.ifPresent(why -> note(audit.who(), to.e164(), why));
        return objection.isEmpty();
    }

    /** Whoever plays with it makes the carrier ring, and that costs money. */
    void mayTry(long agent) {
        if (rows.count(Kind.TRIAL, agent, clock.instant().minus(HOUR)) >= TRIALS_AN_HOUR) {
            throw new CallRefused(Reason.TRIED_ENOUGH, TRIALS_AN_HOUR);
        }
    }

    /** A number that is none: where it is the fire brigade's, that is worth knowing, too. */
    CallRefused notANumber(String text) {
        String digits = text.replaceAll("\\D", "");
        return NumberKind.isEmergency(digits, company.country()) ? turnedAway(digits, new CallRefused(Reason.EMERGENCY, text))
                : new CallRefused(Reason.NUMBER_WRONG, text);
    }

    void letGo(String token, String to, Map<String, String> what) {
        audit.note(ROOM, token, to, Deed.CREATED, Map.of(), what);
    }

    /** Written down whatever becomes of the request, which fails. */
    private CallRefused turnedAway(String to, CallRefused refused) {
        String who = audit.who();
        own.run(() -> note(who, to, refused.reason()));
        return refused;
    }

    private void note(String who, String to, Reason why) {
        audit.noteBy(who, ROOM, to, to, Deed.REFUSED, Map.of(), Map.of("to", to, "why", why.name()));
    }

    Guard guard(boolean practice) {
        Set<PhoneNumber> ours = lines.all().stream().map(Line::getNumber).map(PhoneNumber::of).collect(Collectors.toSet());
        return new Guard(countries(ours), kinds(), ours, practice);
    }

    private Set<NumberKind> kinds() {
        return words(Setting.OUTGOING_KINDS).stream().filter(word -> Arrays.stream(NumberKind.values()).anyMatch(kind -> kind.name().equals(word)))
                .map(NumberKind::valueOf).collect(Collectors.toSet());
    }

    /** Where nobody has said otherwise: where the company is, and where its lines are. */
    private Set<String> countries(Set<PhoneNumber> ours) {
        List<String> chosen = words(Setting.OUTGOING_COUNTRIES);
        if (!chosen.isEmpty()) {
            return Set.copyOf(chosen);
        }
        Set<String> countries = ours.stream().map(NumberKind::country).collect(Collectors.toCollection(HashSet::new));
        countries.add(company.country());
        return countries;
    }

    private List<String> words(Setting setting) {
        return settings.get(setting).map(list -> Arrays.stream(list.toUpperCase(Locale.ROOT).split("[,;\\s]+")).filter(word -> !word.isEmpty()).toList()).orElse(List.of());
    }

    private static String countryName(PhoneNumber number) {
        String country = NumberKind.country(number);
        return country.matches("[A-Z]{2}") ? country : number.shown();
    }
}
