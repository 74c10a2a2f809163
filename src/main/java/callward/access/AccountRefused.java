package callward.access;

/** Something about an account will not do, or may not be. */
public class AccountRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** What will not do; its words are {@code account.refused.REASON}. */
    public enum Reason {
        USERNAME_WRONG("username"), USERNAME_TAKEN("username"), NAME_WRONG("name"), EMAIL_WRONG("email"), EMAIL_LETS_IN("email"), ROLE_MISSING("role"),
        LANGUAGE_UNKNOWN("language"), PASSWORD_TOO_SHORT("password"), PASSWORD_TOO_LONG("password"), PASSWORD_IS_A_NAME("password"),
        PASSWORD_TOO_COMMON("password"), PASSWORD_THE_SAME("password"), OLD_PASSWORD_WRONG("old"), SUBJECT_TAKEN("subject"), SUBJECT_WRONG("subject"),
        LINK_DEAD(null), CHANGED_MEANWHILE(null), TOO_MANY_TRIES("old"), LAST_ADMINISTRATOR(null), YOURSELF(null), ROLE_ABOVE_OWN("role"), TOKEN_NAME_WRONG("name"), EXPIRY_PAST("expiresAt"), EXPIRY_BEYOND_OWN("expiresAt");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** The field that will not do; null when it is the whole change. */
        public String field() {
            return field;
        }
    }

    private final Reason reason;

    public AccountRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
