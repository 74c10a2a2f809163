package callward.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A telephone number in E.164.
 *
 * @param e164 {@code +} and 7 to 15 digits, the first not 0 (ITU-T E.164)
 */
public record PhoneNumber(String e164) implements Destination, Comparable<PhoneNumber> {

    private static final Pattern FORM = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<PhoneNumberType> WITHOUT_TEXTS = EnumSet.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.TOLL_FREE,
            PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN, PhoneNumberType.VOICEMAIL);
    /** What carriers send for a hidden number: the word as it is written on a telephone's keys. */
    private static final Set<String> HIDDEN = Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    /** What they write instead of one. */
    private static final Set<String> WITHHELD = Set.of("", "anonymous", "unknown", "unavailable", "restricted", "private");

    public PhoneNumber {
        if (e164 == null || !FORM.matcher(e164).matches()) {
            throw new IllegalArgumentException(
                    "\"" + e164 + "\" is not a phone number: write it with + and the country code, like +15551234567");
        }
    }

    /** Reads a number that has its country code; blanks, dots, dashes and brackets do not matter. */
    public static PhoneNumber of(String text) {
        String bare = text == null ? "" : text.replaceAll("[\\s().\\-/]", "");
        return new PhoneNumber(bare.startsWith("00") ? "+" + bare.substring(2) : bare);
    }

    /** The number in what a carrier sent, or nothing for {@code anonymous}, {@code client:…}, a short code and the like. */
    public static Optional<PhoneNumber> in(String text) {
        try {
            return Optional.of(of(text)).filter(number -> !HIDDEN.contains(number.e164));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    /** Whether a carrier sent this for a caller who hides his number; {@code client:…}, {@code sip:…} and short codes are shown as they are. */
    public static boolean isWithheld(String text) {
        String bare = text == null ? "" : text.strip();
        return HIDDEN.contains(bare) || WITHHELD.contains(bare.toLowerCase(Locale.ROOT));
    }

    /** Reads a number as people of {@code region} (ISO 3166, {@code "US"}) write it. */
    public static PhoneNumber of(String text, String region) {
        try {
            return new PhoneNumber(NUMBERS.format(NUMBERS.parse(text, region), PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not a phone number: write it with + and the country code, like +15551234567");
        }
    }

    /**
     * What somebody has keyed in who is asked for his number, as people dial it where {@code near} is; nothing when that is no number, or
     * one of another country: whoever calls must not choose what it costs us to call him back.
     */
    public static Optional<PhoneNumber> keyedIn(String digits, PhoneNumber near) {
        try {
            int country = NUMBERS.parse(near.e164, null).getCountryCode();
            Phonenumber.PhoneNumber parsed = NUMBERS.parse(digits, NUMBERS.getRegionCodeForCountryCode(country));
            return parsed.getCountryCode() == country && NUMBERS.isPossibleNumber(parsed)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(parsed, PhoneNumberFormat.E164))) : Optional.empty();
        } catch (NumberParseException | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Not where the country's numbering plan says that it is a fixed line or the like. */
    public boolean canTakeTexts() {
        try {
            return !WITHOUT_TEXTS.contains(NUMBERS.getNumberType(NUMBERS.parse(e164, null)));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** For people: {@code +1 555-123-4567}. */
    public String shown() {
        try {
            Phonenumber.PhoneNumber parsed = NUMBERS.parse(e164, null);
            return NUMBERS.format(parsed, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    @Override
    public String address() {
        return e164;
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return e164.compareTo(other.e164);
    }

    @Override
    public String toString() {
        return e164;
    }
}
