package callward.access;

import callward.access.AccountRefused.Reason;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What can be changed about an account.
 *
 * @param name     as people call him, 1 to 100 characters
 * @param email    null for none
 * @param language a tag such as {@code es}; null to follow the browser
 * @param active   false shuts him out at his next request
 */
public record AccountText(String name, String email, Role role, String language, boolean active) implements Serializable {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>,;\"]{1,64}@[^@\\s<>,;\"]{1,185}\\.[^@\\s<>,;\".]{2,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?");
    private static final int LONGEST_NAME = 100;

    /** @throws AccountRefused naming the first field that will not do */
    public AccountText {
        name = blankIsNull(name);
        email = blankIsNull(email);
        language = blankIsNull(language);
        if (name == null || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccountRefused(Reason.NAME_WRONG);
        }
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw new AccountRefused(Reason.EMAIL_WRONG);
        }
        if (role == null) {
            throw new AccountRefused(Reason.ROLE_MISSING);
        }
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new AccountRefused(Reason.LANGUAGE_UNKNOWN);
        }
    }

    public static AccountText of(Account account) {
        return new AccountText(account.getName(), account.getEmail(), account.getRole(),
                account.language().map(Locale::toLanguageTag).orElse(null), account.isActive());
    }

    /** For the audit log. */
    Map<String, String> facts() {
        return Map.of("name", name, "email", email == null ? "" : email, "role", role.name(), "language", language == null ? "" : language,
                "active", String.valueOf(active));
    }

    private static String blankIsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
