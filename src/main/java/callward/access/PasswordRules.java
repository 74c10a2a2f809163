package callward.access;

import callward.access.AccountRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be like: long, and not what everybody tries first. No rule about digits and signs: they make people write it down. */
public final class PasswordRules {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 200;
    private static final Set<String> COMMON = common();

    private PasswordRules() { }

    /** @throws AccountRefused when the password will not do for this user name */
    public static void check(String username, String password) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            throw new AccountRefused(Reason.PASSWORD_TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            throw new AccountRefused(Reason.PASSWORD_TOO_LONG);
        }
        String plain = password.toLowerCase(Locale.ROOT).strip();
        if (!username.isEmpty() && plain.replace(username, "").replaceAll("[^\\p{L}]", "").isEmpty() && plain.contains(username)) {
            throw new AccountRefused(Reason.PASSWORD_IS_A_NAME); // tom1234567 is as good as tom
        }
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 4) {
            throw new AccountRefused(Reason.PASSWORD_TOO_COMMON);
        }
    }

    private static Set<String> common() {
        try (InputStream list = PasswordRules.class.getResourceAsStream("/callward/common-passwords.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
