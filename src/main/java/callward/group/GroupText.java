package callward.group;

import callward.flow.Accept;
import callward.flow.RingRules;
import callward.flow.RingStrategy;
import callward.flow.Waiting;
import callward.settings.Saying;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A group as somebody describes it; its members stand beside it.
 *
 * @param secondsEach     how long a telephone, or everybody at once, rings: 5 to 600
 * @param secondsTotal    how long all of it may take: 5 to 3600
 * @param rounds          how often everybody is rung, 1 to 10
 * @param asks            whether whoever picks up is asked first, on telephones that say nothing else themselves
 * @param acceptKey       {@code 0-9}, {@code *} or {@code #}; null: any key but the one that declines
 * @param declineKey      another one of these
 * @param silenceSeconds  silence after the question that counts as a machine, 1 to 30
 * @param dropsMembers    a member who calls in himself is told so, and the call ends; otherwise only he is left out
 * @param calendar        key of the calendar; null: always on
 * @param wish            the skills that a call asks for, with names in double braces; may be empty
 * @param unskilledLast   who knows nothing of what the call asks for is rung last; otherwise not at all
 * @param music           key of the greeting that those hear who wait; null: ours
 * @param announceSeconds how often they are told their place, 15 to 600; 0: never
 * @param mostWaiting     how many may wait on the line at once, 1 to 1000
 * @param longestSeconds  how long somebody may wait, 30 to 7200
 */
public record GroupText(String name, RingStrategy strategy, int secondsEach, int secondsTotal, int rounds, boolean asks, String acceptKey, String declineKey,
                        int silenceSeconds, boolean dropsMembers, String calendar, String wish, boolean unskilledLast, String music, int announceSeconds,
                        int mostWaiting, int longestSeconds) implements Serializable {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_WISH = 500;
    private static final String ONE_KEY = "[0-9*#]";

    /** @throws GroupRefused naming every field that will not do */
    public GroupText {
        name = name == null ? "" : name.strip();
        acceptKey = blankToNull(acceptKey);
        declineKey = blankToNull(declineKey);
        calendar = blankToNull(calendar);
        wish = wish == null ? "" : wish.strip();
        music = blankToNull(music);
        Map<String, Saying> faults = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            faults.put("name", Saying.of("group.wrong.name", LONGEST_NAME));
        }
        if (strategy == null) {
            faults.put("strategy", Saying.of("group.wrong.strategy"));
        }
        range(faults, "secondsEach", secondsEach, 5, 600);
        range(faults, "secondsTotal", secondsTotal, 5, 3600);
        range(faults, "rounds", rounds, 1, 10);
        range(faults, "silenceSeconds", silenceSeconds, 1, 30);
        range(faults, "mostWaiting", mostWaiting, 1, 1000);
        range(faults, "longestSeconds", longestSeconds, 30, 7200);
        if (announceSeconds != 0) {
            range(faults, "announceSeconds", announceSeconds, 15, 600);
        }
        if (acceptKey != null && !acceptKey.matches(ONE_KEY)) {
            faults.put("acceptKey", Saying.of("group.wrong.key"));
        }
        if (declineKey == null || !declineKey.matches(ONE_KEY)) {
            faults.put("declineKey", Saying.of("group.wrong.key"));
        } else if (declineKey.equals(acceptKey)) {
            faults.put("declineKey", Saying.of("group.wrong.sameKey"));
        }
        if (wish.length() > LONGEST_WISH) {
            faults.put("wish", Saying.of("group.wrong.wish", LONGEST_WISH));
        }
        if (!faults.isEmpty()) {
            throw new GroupRefused(faults);
        }
    }

    /** What a group has of which nothing else was said. */
    public static GroupText usual(String name) {
        return new GroupText(name, RingStrategy.ALL_AT_ONCE, 20, 120, 2, true, null, Accept.ANY_KEY.declineKey(), Accept.ANY_KEY.seconds(), true, null, "", true, null,
                60, 50, 1800);
    }

    /** The usual for a group for which callers wait: whoever has rested longest takes the next one. */
    public static GroupText queue(String name) {
        return usual(name).with(RingStrategy.LONGEST_IDLE);
    }

    GroupText with(RingStrategy other) {
        return new GroupText(name, other, secondsEach, secondsTotal, rounds, asks, acceptKey, declineKey, silenceSeconds, dropsMembers, calendar, wish, unskilledLast,
                music, announceSeconds, mostWaiting, longestSeconds);
    }

    public RingRules rules() {
        return new RingRules(strategy, secondsEach, secondsTotal, rounds, new Accept(acceptKey, declineKey, silenceSeconds), dropsMembers);
    }

    public Waiting waiting() {
        return new Waiting(music, announceSeconds, mostWaiting, longestSeconds);
    }

    /** For the audit log. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("name", name);
        facts.put("strategy", strategy.name());
        facts.put("seconds each", "" + secondsEach);
        facts.put("seconds total", "" + secondsTotal);
        facts.put("rounds", "" + rounds);
        facts.put("asks", "" + asks);
        facts.put("accept key", Objects.requireNonNullElse(acceptKey, "any"));
        facts.put("decline key", declineKey);
        facts.put("silence seconds", "" + silenceSeconds);
        facts.put("members who call", dropsMembers ? "dropped" : "skipped");
        facts.put("calendar", Objects.requireNonNullElse(calendar, ""));
        facts.put("wish", wish);
        facts.put("unskilled", unskilledLast ? "last" : "never");
        facts.put("music", Objects.requireNonNullElse(music, ""));
        facts.put("announce seconds", "" + announceSeconds);
        facts.put("most waiting", "" + mostWaiting);
        facts.put("longest seconds", "" + longestSeconds);
        return facts;
    }

    private static void range(Map<String, Saying> faults, String field, int value, int least, int most) {
        if (value < least || value > most) {
            faults.put(field, Saying.of("group.wrong.number", least, most));
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
