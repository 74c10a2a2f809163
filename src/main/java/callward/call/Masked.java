package callward.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Pattern;

/** Telephone numbers made unreadable, so that a record can be shown to somebody else: country and last two digits stay. */
final class Masked {

    /** International, as carriers and people write it; as a URL has it; or bare digits that are long enough to be one. Names of the carrier's things are none. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])(?:\\+|%2B)\\d(?:[ ().-]{0,2}\\d){6,14}(?![0-9A-Za-z])|(?<![0-9A-Za-z.:-])\\d{9,15}(?![0-9A-Za-z:-])",
            Pattern.CASE_INSENSITIVE);

    private Masked() { }

    static String text(String text) {
        return NUMBER.matcher(text).replaceAll(found -> hide(found.group()));
    }

    static JsonNode tree(JsonNode node) {
        return switch (node) {
            case TextNode text -> TextNode.valueOf(text(text.textValue()));
            case ObjectNode object -> {
                object.properties().forEach(field -> field.setValue(tree(field.getValue())));
                yield object;
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, tree(array.get(i)));
                }
                yield array;
            }
            default -> node;
        };
    }

    /** {@code +15550101234} → {@code +15•••••••34}. */
    private static String hide(String number) {
        String plus = number.startsWith("%") ? number.substring(0, 3) : number.startsWith("+") ? "+" : "";
        String digits = number.substring(plus.length()).replaceAll("\\D", "");
        int shown = plus.isEmpty() ? 0 : 2;
        return plus + digits.substring(0, shown) + "•".repeat(digits.length() - shown - 2) + digits.substring(digits.length() - 2);
    }
}
