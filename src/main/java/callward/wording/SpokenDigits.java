package callward.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as people read them out: digit by digit, telephone numbers in groups. */
public final class SpokenDigits {

    private static final Map<String, String> PLUS = Map.of("en", "plus ", "es", "más ");

    private SpokenDigits() { }

    /**
     * {@code 1234} → {@code 1 2 3 4}; {@code AB-12} → {@code A B, 1 2};
     * {@code +15551234567} → {@code plus 1, 5 5 5, 1 2 3, 4 5 6 7}; a comma is a short rest.
     */
    public static String of(String value, Tongue tongue) {
        if (value.startsWith("+")) {
            return PLUS.getOrDefault(tongue.locale().getLanguage(), "") + String.join(", ", groups(value.replaceAll("\\D", "")));
        }
        return Arrays.stream(value.split("[^\\p{L}\\p{N}]+")).filter(group -> !group.isEmpty())
                .map(SpokenDigits::spaced).collect(Collectors.joining(", "));
    }

    /** North American numbers as everybody there says them, others in threes without a lonely last digit. */
    private static List<String> groups(String digits) {
        List<String> groups = new ArrayList<>();
        int at = 0;
        if (digits.length() == 11 && digits.startsWith("1")) {
            groups.add("1");
            at = 1;
        }
        while (digits.length() - at > 4) {
            groups.add(spaced(digits.substring(at, at + 3)));
            at += 3;
        }
        groups.add(spaced(digits.substring(at)));
        return groups;
    }

    private static String spaced(String group) {
        return group.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }
}
