package callward.line;

import callward.access.Audit;
import callward.access.Deed;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.script.RingGuard;
import callward.script.Script;
import callward.script.Scripts;
import callward.settings.Company;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds lines, changes them and takes them away: checked, kept, and written down. What the carrier must do follows by itself. */
@ApplicationScoped
@Transactional
public class KeepLine {

    private static final String ROOM = "lines";
    private static final int LONGEST_NAME = 64;
    /** As the company's own limit. */
    private static final int SHORTEST_CALL = 60;
    private static final int LONGEST_CALL = 14_400;

    @Inject
    Lines lines;
    @Inject
    Scripts scripts;
    @Inject
    RingGuard guard;
    @Inject
    Company company;
    @Inject
    Audit audit;
    @Inject
    Clock clock;
    @Inject
    Event<LinesChanged> news;

    /**
     * @param rent whether the carrier may rent the number where the account does not have it; else it is asked for a number of ours
     * @throws LineRefused naming each field that will not do
     */
    public Line add(LineText text, boolean rent) {
        Checked checked = check(text);
        PhoneNumber number = number(text.number());
        if (number == null) {
            checked.faults.put("number", Saying.of("line.wrong.number"));
        } else {
            lines.numbered(number).ifPresent(other -> checked.faults.put("number", Saying.of("line.wrong.taken", number.shown(), other.getName())));
        }
        watch(checked, "forward", checked.forward, null);
        watch(checked, "fallback", checked.fallback, null);
        refuse(checked);
        Line line = lines.take(number);
        line.want(clock.instant(), rent);
        put(line, checked);
        audit.note(ROOM, line.getNumber(), line.getName(), Deed.CREATED, Map.of(), facts(line));
        news.fire(new LinesChanged());
        return line;
    }

    /** Numbers that the account has already: all of them, or none when one will not do. @throws LineRefused as {@link #add} */
    public void addAll(List<LineText> texts) {
        texts.forEach(text -> add(text, false));
    }

    /** The number stays as it is. @throws LineRefused as {@link #add} */
    public Line change(long id, LineText text) {
        Line line = known(id);
        Checked checked = check(text);
        watch(checked, "forward", checked.forward, line.getForward());
        watch(checked, "fallback", checked.fallback, line.getFallback());
        refuse(checked);
        Map<String, String> before = facts(line);
        boolean renamed = !line.getName().equals(checked.name);
        put(line, checked);
        if (renamed) {
            line.wantAgain(clock.instant()); // the carrier shows the name, too
        }
        if (!before.equals(facts(line))) {
            audit.note(ROOM, line.getNumber(), line.getName(), Deed.CHANGED, before, facts(line));
            news.fire(new LinesChanged());
        }
        return line;
    }

    /** The number stays at the carrier, and points at us until somebody points it elsewhere. */
    public void remove(long id) {
        Line line = known(id);
        audit.note(ROOM, line.getNumber(), line.getName(), Deed.DELETED, facts(line), Map.of());
        lines.remove(line);
        news.fire(new LinesChanged());
    }

    /** Has the carrier set everything of this number to ours once more. */
    public Line repair(long id) {
        Line line = known(id);
        line.wantAgain(clock.instant());
        audit.note(ROOM, line.getNumber(), line.getName(), Deed.CHANGED, Map.of(), Map.of("carrier", "pointed at us again"));
        return line;
    }

    private Line known(long id) {
        return lines.find(id).orElseThrow(LineRefused::gone);
    }

    private static void put(Line line, Checked checked) {
        line.change(checked.name, checked.script, checked.fallback, checked.forward, checked.language, checked.voice, checked.callLimit);
    }

    private static void refuse(Checked checked) {
        if (!checked.faults.isEmpty()) {
            throw new LineRefused(checked.faults);
        }
    }

    /** What will do of a text, and what will not. */
    private static final class Checked {
        private final Map<String, Saying> faults = new LinkedHashMap<>();
        private String name;
        private Script script;
        private String fallback;
        private String forward;
        private String language;
        private String voice;
        private Integer callLimit;
    }

    private Checked check(LineText text) {
        Checked checked = new Checked();
        checked.name = text.name() == null ? "" : text.name().strip();
        if (checked.name.isEmpty() || checked.name.length() > LONGEST_NAME || checked.name.chars().anyMatch(Character::isISOControl)) {
            checked.faults.put("name", Saying.of("line.wrong.name", LONGEST_NAME));
        }
        checked.script = text.script() == null ? null : scripts.find(text.script()).orElse(null);
        if (checked.script == null) {
            checked.faults.put("script", Saying.of("line.wrong.script"));
        } else if (checked.script.getPublished() == null) {
            checked.faults.put("script", Saying.of("line.wrong.unpublished", checked.script.getName()));
        }
        checked.fallback = address(text.fallback(), "fallback", checked);
        checked.forward = address(text.forward(), "forward", checked);
        checked.language = isBlank(text.language()) ? spoken(company.language(), company.country()) : text.language().strip();
        if (!checked.language.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-\\d{3})?")) {
            checked.faults.put("language", Saying.of("line.wrong.language"));
        }
        checked.voice = isBlank(text.voice()) ? null : text.voice().strip();
        if (checked.voice != null && !checked.voice.matches("[A-Za-z][A-Za-z0-9._-]{0,59}")) {
            checked.faults.put("voice", Saying.of("line.wrong.voice"));
        }
        checked.callLimit = text.callLimitSeconds();
        if (checked.callLimit != null && (checked.callLimit < SHORTEST_CALL || checked.callLimit > LONGEST_CALL)) {
            checked.faults.put("callLimitSeconds", Saying.of("line.wrong.callLimit", SHORTEST_CALL, LONGEST_CALL));
        }
        return checked;
    }

    private String address(String text, String field, Checked checked) {
        if (isBlank(text)) {
            return null;
        }
        PhoneNumber number = number(text);
        if (number != null) {
            return number.e164();
        }
        try {
            return Destination.of(text).address();
        } catch (IllegalArgumentException notOne) {
            checked.faults.put(field, Saying.of("line.wrong.address"));
            return null;
        }
    }

    /** A number that was there before the guard forbade it may be kept. */
    private void watch(Checked checked, String field, String address, String before) {
        if (address != null && !address.equals(before)) {
            PhoneNumber.in(address).flatMap(guard::objection).ifPresent(why -> checked.faults.put(field, why));
        }
    }

    /** Null when it is none: with its country code, or as people of the company's country write it. */
    private PhoneNumber number(String text) {
        if (isBlank(text) || !text.strip().matches("[+0-9][0-9 ().\\-/]*")) {
            return null;
        }
        Optional<PhoneNumber> whole = text.strip().startsWith("+") || text.strip().startsWith("00") ? PhoneNumber.in(text) : Optional.empty();
        try {
            return whole.orElseGet(() -> text.strip().startsWith("+") ? null : PhoneNumber.of(text, company.country()));
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    /** The carrier wants language and country: {@code en-US}. */
    static String spoken(Locale language, String country) {
        String asked = language.getLanguage() + "-" + country;
        return SpokenTongues.KNOWN.contains(asked) ? asked : SpokenTongues.KNOWN.stream()
                .filter(known -> known.startsWith(language.getLanguage() + "-")).findFirst().orElse("en-US");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static Map<String, String> facts(Line line) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("number", line.getNumber());
        facts.put("name", line.getName());
        facts.put("script", line.getScript() == null ? null : line.getScript().getName());
        facts.put("fallback", line.getFallback());
        facts.put("forward", line.getForward());
        facts.put("language", line.getLanguage());
        facts.put("voice", line.getVoice());
        facts.put("callLimitSeconds", line.getCallLimitSeconds() == null ? null : "" + line.getCallLimitSeconds());
        facts.values().removeIf(java.util.Objects::isNull);
        return facts;
    }
}
