package callward.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a setting's value looks like, and what to write instead where it does not. */
public enum Shape {
    /** At most 200 characters in one line. */
    TEXT,
    /** At most 1,000 printable characters, in which blanks count. */
    SECRET,
    /** {@code https://desk.example.com}: no path, no query, nobody's name. */
    ORIGIN,
    /** A base address, perhaps with a path. */
    WEB_ADDRESS,
    ACCOUNT_SID,
    KEY_SID,
    HOST,
    PORT,
    /** 5 to 600. */
    SECONDS,
    /** 60 to 14,400: the carrier ends a talk after four hours. */
    CALL_SECONDS,
    /** 100,000 to 20,000,000. */
    BYTES,
    EMAIL,
    LANGUAGE,
    TIME_ZONE,
    COUNTRY,
    /** Several of them, with commas between. */
    COUNTRIES,
    /** What numbers may be for, with commas between. */
    NUMBER_KINDS,
    /** 1 to 100,000. */
    COUNT,
    SWITCH,
    MAIL_TLS,
    ROLES,
    FOLDER;

    /** Languages that the console speaks. */
    public static final List<String> LANGUAGES = List.of("en", "es");
    /** Kinds of numbers that a setting may open. */
    public static final List<String> KINDS = List.of("FIXED_LINE", "MOBILE", "TOLL_FREE", "VOIP", "PREMIUM_RATE", "SHARED_COST", "PERSONAL", "UNIVERSAL", "PAGER",
            "VOICEMAIL", "SATELLITE");
    private static final List<String> TLS = List.of("starttls", "ssl", "none");
    private static final Set<String> COUNTRIES_KNOWN = Set.of(Locale.getISOCountries());

    /** As it is kept: blanks around it, a last slash, small letters of a country go. */
    public String tidy(String value) {
        String text = this == SECRET ? value : value.strip();
        return switch (this) {
            case ORIGIN, WEB_ADDRESS -> text.replaceAll("/+$", "");
            case COUNTRY -> text.toUpperCase(Locale.ROOT);
            case COUNTRIES, NUMBER_KINDS -> String.join(",", words(text.toUpperCase(Locale.ROOT)));
            case MAIL_TLS, SWITCH, HOST -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }

    /** What is wrong with a tidy value and what to write instead; nothing when it will do. */
    public Optional<Saying> fault(String value) {
        return fits(value) ? Optional.empty() : Optional.of(Saying.of("setting.wrong." + name()));
    }

    /** What may be chosen, empty when it is typed. */
    public List<String> choices() {
        return switch (this) {
            case LANGUAGE -> LANGUAGES;
            case MAIL_TLS -> TLS;
            case SWITCH -> List.of("true", "false");
            case COUNTRY -> List.of(Locale.getISOCountries());
            default -> List.of();
        };
    }

    private boolean fits(String value) {
        return switch (this) {
            case TEXT, FOLDER -> value.length() <= 200 && value.chars().noneMatch(Character::isISOControl);
            case SECRET -> !value.isBlank() && value.length() <= 1_000 && value.chars().noneMatch(Character::isISOControl);
            case ORIGIN -> isWeb(value) && path(value).isEmpty();
            case WEB_ADDRESS -> isWeb(value);
            case ACCOUNT_SID -> value.matches("AC[0-9a-fA-F]{32}");
            case KEY_SID -> value.matches("SK[0-9a-fA-F]{32}");
            case HOST -> value.length() <= 253 && value.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[?[0-9a-fA-F:]+(:[0-9.]+)?]?");
            case PORT -> isBetween(value, 1, 65_535);
            case SECONDS -> isBetween(value, 5, 600);
            case CALL_SECONDS -> isBetween(value, 60, 14_400);
            case BYTES -> isBetween(value, 100_000, 20_000_000);
            case COUNT -> isBetween(value, 1, 100_000);
            case COUNTRIES -> value.length() <= 1_000 && COUNTRIES_KNOWN.containsAll(words(value));
            case NUMBER_KINDS -> KINDS.containsAll(words(value));
            case EMAIL -> value.length() <= 254 && value.matches("[^\\s@<>\",;:]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");
            case TIME_ZONE -> isZone(value);
            case COUNTRY -> COUNTRIES_KNOWN.contains(value);
            case LANGUAGE, MAIL_TLS, SWITCH -> choices().contains(value);
            case ROLES -> Arrays.stream(value.split(",", -1)).map(String::strip).allMatch(role -> role.matches("[A-Z]{1,40}"));
        };
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split("[,;\\s]+")).filter(word -> !word.isEmpty()).distinct().toList();
    }

    private static boolean isWeb(String value) {
        try {
            URI uri = new URI(value);
            return value.length() <= 500 && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && uri.getPort() <= 65_535 && uri.getPort() != 0;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String path(String value) {
        return URI.create(value).getRawPath();
    }

    private static boolean isBetween(String value, int least, int most) {
        return value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    private static boolean isZone(String value) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(value).getId());
        } catch (DateTimeException noSuchZone) {
            return false;
        }
    }
}
