package callward.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody signs in with: written in any case, kept in small letters. */
final class Username {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    private Username() { }

    static String of(String typed) {
        return typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    }

    static boolean fits(String username) {
        return FORM.matcher(username).matches();
    }
}
