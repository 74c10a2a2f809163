package callward.group;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Skills as people write them, one after another with commas, and as they are compared: in small letters. */
final class Skills {

    static final int MOST = 20;
    static final int LONGEST = 40;

    private Skills() { }

    /** Each once, in the order in which they stand. */
    static List<String> of(String text) {
        return text == null ? List.of() : Arrays.stream(text.split("[,;\\n\\r]")).map(Skills::plain).filter(skill -> !skill.isEmpty()).distinct().toList();
    }

    static String text(List<String> skills) {
        return String.join(", ", skills);
    }

    private static String plain(String skill) {
        return skill.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
