package callward.simulator;

import java.util.Map;

/** The carrier's numbers for tests, which always behave the same. */
final class MagicNumbers {

    private static final String PREFIX = "+1500555";
    private static final String WORKS = "+15005550006";

    private static final Map<String, Integer> BOUGHT = Map.of("+15005550000", 21422, "+15005550001", 21421);
    private static final Map<String, Integer> TEXT_FROM = Map.of("+15005550001", 21212, "+15005550007", 21606, "+15005550008", 21611);
    private static final Map<String, Integer> TEXT_TO = Map.of("+15005550001", 21211, "+15005550002", 21612, "+15005550003", 21408,
            "+15005550004", 21610, "+15005550009", 21614);
    private static final Map<String, Integer> CALL_FROM = Map.of("+15005550001", 21212);
    private static final Map<String, Integer> CALL_TO = Map.of("+15005550001", 21217, "+15005550002", 21214, "+15005550003", 21215,
            "+15005550004", 21216);

    private static final Map<Integer, String> WORDS = Map.ofEntries(
            Map.entry(21210, "The source phone number provided, %s, is not yet verified for your account."),
            Map.entry(21211, "The 'To' number %s is not a valid phone number."),
            Map.entry(21212, "The 'From' number %s is not a valid phone number, shortcode, or alphanumeric sender ID."),
            Map.entry(21214, "'To' phone number %s cannot be reached."),
            Map.entry(21215, "Account not authorized to call %s."),
            Map.entry(21216, "Account not allowed to call %s."),
            Map.entry(21217, "Phone number %s does not appear to be valid."),
            Map.entry(21408, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: %s."),
            Map.entry(21421, "PhoneNumber %s is invalid."),
            Map.entry(21422, "%s is not available."),
            Map.entry(21606, "The 'From' phone number provided, %s, is not a valid message-capable phone number for this account."),
            Map.entry(21610, "Attempt to send to unsubscribed recipient %s."),
            Map.entry(21611, "The 'From' number %s has exceeded the maximum number of queued messages."),
            Map.entry(21612, "Message cannot be sent with the current combination of 'To' (%s) and/or 'From' parameters."),
            Map.entry(21614, "'To' number %s is not a valid mobile number."));

    private MagicNumbers() {
    }

    static boolean isMagic(String number) {
        return number.startsWith(PREFIX);
    }

    static void buy(String number) {
        check(number, BOUGHT, 21421);
    }

    static void textFrom(String number) {
        check(number, TEXT_FROM, 21606);
    }

    static void callFrom(String number) {
        check(number, CALL_FROM, 21210);
    }

    static void textTo(String number) {
        check(number, TEXT_TO, null);
    }

    static void callTo(String number) {
        check(number, CALL_TO, null);
    }

    private static void check(String number, Map<String, Integer> refused, Integer others) {
        if (!isMagic(number)) {
            return;
        }
        var code = refused.get(number);
        if (code == null && !number.equals(WORKS)) {
            code = others;
        }
        if (code != null) {
            throw refusal(code, number);
        }
    }

    static RestRefused refusal(int code, String number) {
        return RestRefused.badRequest(code, WORDS.get(code).formatted(number));
    }
}
