package callward.settings;

/** Every setting: its name as in the environment ({@code CALLWARD_…}), its default, and whether it is a secret. */
public enum Setting {
    PUBLIC_URL("callward.public.url", null),
    HTTP_PORT("callward.http.port", "8080"),
    DATA_DIR("callward.data.dir", "./data"),
    TWILIO_API_URL("callward.twilio.api.url", null),
    TWILIO_ACCOUNT_SID("callward.twilio.account.sid", null),
    TWILIO_AUTH_TOKEN("callward.twilio.auth.token", null, true),
    TWILIO_AUTH_TOKEN_NEXT("callward.twilio.auth.token.next", null, true),
    TWILIO_API_KEY("callward.twilio.api.key", null),
    TWILIO_API_SECRET("callward.twilio.api.secret", null, true),
    SMTP_HOST("callward.smtp.host", null),
    SMTP_PORT("callward.smtp.port", "587"),
    SMTP_USER("callward.smtp.user", null),
    SMTP_PASSWORD("callward.smtp.password", null, true),
    SMTP_FROM("callward.smtp.from", null),
    SMTP_TLS("callward.smtp.tls", "starttls"),
    SECRET_KEY("callward.secret.key", null, true),
    SECRET_KEY_FILE("callward.secret.key.file", null),
    ADMIN_USER("callward.admin.user", null),
    ADMIN_PASSWORD("callward.admin.password", null, true),
    API_TOKEN("callward.api.token", null, true),
    DEMO("callward.demo", "false"),
    DEMO_PASSWORD("callward.demo.password", null, true),
    SIMULATOR("callward.simulator", null),
    COMPANY("callward.company", "Callward"),
    LANGUAGE("callward.language", "en"),
    TIME_ZONE("callward.time.zone", null),
    POP_UP_ROLES("callward.pop.up.roles", "ADMIN,SUPERVISOR,AGENT"),
    SOUND_MAX_SECONDS("callward.sound.max.seconds", "120"),
    SOUND_MAX_BYTES("callward.sound.max.bytes", "5000000");

    private final String property;
    private final String standard;
    private final boolean secret;

    Setting(String property, String standard) {
        this(property, standard, false);
    }

    Setting(String property, String standard, boolean secret) {
        this.property = property;
        this.standard = standard;
        this.secret = secret;
    }

    /** MicroProfile Config name; the environment variable is the same in capitals with {@code _} for {@code .}. */
    public String property() {
        return property;
    }

    /** The default, null when there is none. */
    public String standard() {
        return standard;
    }

    public boolean secret() {
        return secret;
    }
}
