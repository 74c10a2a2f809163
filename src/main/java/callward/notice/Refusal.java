package callward.notice;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a mail was not taken, and what that means for the next try.
 *
 * @param problem a line for the console
 * @param lasting the server will most likely say the same again (5xx): somebody must look, we only try slowly
 */
record Refusal(String problem, boolean lasting) {

    private static final List<Integer> SECONDS = List.of(5, 10, 20, 30, 60, 120);
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*([45])\\d\\d[ -]");

    static Refusal of(MessagingException refused) {
        if (refused instanceof AuthenticationFailedException) {
            return new Refusal("The mail server does not accept the user name and password: " + line(refused), false);
        }
        if (refused instanceof AddressException) {
            return new Refusal("This is not a mail address: " + line(refused), true);
        }
        return new Refusal(line(innermost(refused)), isLasting(refused));
    }

    /** @param tries so far, at least 1 */
    Duration nextTry(int tries) {
        if (lasting) {
            return Duration.ofMinutes(30);
        }
        return tries <= SECONDS.size() ? Duration.ofSeconds(SECONDS.get(tries - 1)) : Duration.ofMinutes(5);
    }

    private static boolean isLasting(MessagingException refused) {
        boolean lasting = false;
        for (Exception at = refused; at != null; at = next(at)) {
            Matcher code = CODE.matcher(String.valueOf(at.getMessage()));
            while (code.find()) {
                if (code.group(1).equals("4")) {
                    return false;
                }
                lasting = true;
            }
        }
        return lasting;
    }

    /** The address's own refusal says more than "invalid addresses" around it. */
    private static Exception innermost(MessagingException refused) {
        Exception at = refused;
        while (next(at) instanceof MessagingException inner) {
            at = inner;
        }
        return at;
    }

    private static Exception next(Exception at) {
        return at instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private static String line(Exception e) {
        String message = e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage();
        String line = message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }
}
