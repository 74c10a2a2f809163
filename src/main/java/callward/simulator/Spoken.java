package callward.simulator;

import java.time.Duration;
import java.util.stream.Collectors;

/** What a listener makes of marked-up speech. */
final class Spoken {

    private Spoken() {
    }

    /** The words of an SSML element as they are heard. */
    static String words(TwimlVerb element) {
        return switch (element.name()) {
            case "break" -> " ";
            case "sub" -> element.get("alias", element.text());
            case "say-as" -> spelled(element.get("interpret-as", ""), element.text());
            default -> element.text();
        };
    }

    private static String spelled(String how, String text) {
        return switch (how) {
            case "digits", "characters", "spell-out", "telephone" ->
                    text.strip().codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
            default -> text;
        };
    }

    static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** About how long the text takes, or nothing at a rate of 0. */
    static Duration length(String text, double charactersPerSecond) {
        return charactersPerSecond <= 0 ? Duration.ZERO : Duration.ofMillis((long) (text.length() * 1000 / charactersPerSecond));
    }
}
