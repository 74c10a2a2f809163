package callward.wording;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with {@code {{names}}} in it, parsed once. A name that is not known becomes nothing, and the gap it leaves is closed;
 * braces are never heard or read, wherever they come from.
 */
public final class Wording {

    private static final Pattern NAME = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern BRACES = Pattern.compile("[{}]{2,}");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern A_DIGIT = Pattern.compile("\\d");

    private final List<Piece> pieces;

    private Wording(List<Piece> pieces) {
        this.pieces = pieces;
    }

    private sealed interface Piece {
        record Literal(String text) implements Piece { }

        record Name(String name) implements Piece { }
    }

    public static Wording of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = NAME.matcher(text);
        int from = 0;
        while (found.find()) {
            pieces.add(new Piece.Literal(text.substring(from, found.start())));
            pieces.add(new Piece.Name(found.group(1).strip()));
            from = found.end();
        }
        pieces.add(new Piece.Literal(text.substring(from)));
        return new Wording(List.copyOf(pieces));
    }

    /** The names in it, in order. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Name(String name) && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** As it is heard: numbers digit by digit. */
    public String spoken(Facts facts, Tongue tongue) {
        return Gaps.closed(Gaps.single(filled(facts, (name, value) -> isNumber(name, value) ? SpokenDigits.of(value, tongue) : value)));
    }

    /** As it is read, for instance in a text message. */
    public String written(Facts facts) {
        String filled = filled(facts, (name, value) -> value);
        return names().stream().allMatch(name -> facts.get(name).isPresent()) ? filled.strip() : Gaps.closed(filled);
    }

    private String filled(Facts facts, BiFunction<String, String, String> form) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(switch (piece) {
                case Piece.Literal literal -> literal.text();
                case Piece.Name(String name) -> facts.get(name).map(value -> form.apply(name, value)).orElse("");
            });
        }
        return text.indexOf("{") < 0 && text.indexOf("}") < 0 ? text.toString() : BRACES.matcher(text).replaceAll("");
    }

    /** What a caller has keyed in, and whatever calls itself a number. */
    private static boolean isNumber(String name, String value) {
        return name.toLowerCase(Locale.ROOT).endsWith("number") ? A_DIGIT.matcher(value).find() : DIGITS.matcher(value).matches();
    }
}
