package callward.access;

import callward.settings.Refused;
import callward.settings.Saying;

/** Something about an account will not do, or may not be. */
public class AccountRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; its words are {@code account.refused.REASON}. */
    public enum Reason {
        USERNAME_WRONG("username"), USERNAME_TAKEN(Kind.CONFLICT, "username"), NAME_WRONG("name"), EMAIL_WRONG("email"), EMAIL_LETS_IN("email"), ROLE_MISSING("role"),
        LANGUAGE_UNKNOWN("language"), PASSWORD_TOO_SHORT("password"), PASSWORD_TOO_LONG("password"), PASSWORD_IS_A_NAME("password"),
        PASSWORD_TOO_COMMON("password"), PASSWORD_THE_SAME("password"), OLD_PASSWORD_WRONG("old"), SUBJECT_TAKEN(Kind.CONFLICT, "subject"), SUBJECT_WRONG("subject"),
        LINK_DEAD(Kind.CONFLICT, null), CHANGED_MEANWHILE(Kind.CONFLICT, null), TOO_MANY_TRIES("old"), NO_SUCH_ACCOUNT(Kind.GONE, null), LAST_ADMINISTRATOR(Kind.CONFLICT, null), YOURSELF(Kind.CONFLICT, null),
        ROLE_ABOVE_OWN("role"), TOKEN_NAME_WRONG("name"), EXPIRY_PAST("expiresAt"), EXPIRY_BEYOND_OWN("expiresAt");

        private final Kind kind;
        private final String field;

        Reason(String field) {
            this(Kind.WRONG, field);
        }

        Reason(Kind kind, String field) {
            this.kind = kind;
            this.field = field;
        }

        /** The field that will not do; null when it is the whole change. */
        public String field() {
            return field;
        }
    }

    private final Reason reason;

    public AccountRefused(Reason reason) {
        super(reason.kind, reason.field, Saying.of("account.refused." + reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
