package callward.settings;

import java.util.Locale;

/** Every setting: its name as in the environment ({@code CALLWARD_…}), its default, where it belongs, what it looks like, who may set it. */
public enum Setting {
    COMPANY("callward.company", "Callward", Group.COMPANY, Shape.TEXT, Giver.CONSOLE),
    LANGUAGE("callward.language", "en", Group.COMPANY, Shape.LANGUAGE, Giver.CONSOLE),
    COUNTRY("callward.country", "US", Group.COMPANY, Shape.COUNTRY, Giver.CONSOLE),
    TIME_ZONE("callward.time.zone", "UTC", Group.COMPANY, Shape.TIME_ZONE, Giver.CONSOLE),
    POP_UP_ROLES("callward.pop.up.roles", "ADMIN,SUPERVISOR,AGENT", Group.COMPANY, Shape.ROLES, Giver.CONSOLE),
    SOUND_MAX_SECONDS("callward.sound.max.seconds", "120", Group.COMPANY, Shape.SECONDS, Giver.CONSOLE),
    SOUND_MAX_BYTES("callward.sound.max.bytes", "5000000", Group.COMPANY, Shape.BYTES, Giver.CONSOLE),
    CALL_LIMIT_SECONDS("callward.call.limit.seconds", "600", Group.COMPANY, Shape.CALL_SECONDS, Giver.CONSOLE),
    OUTGOING_COUNTRIES("callward.outgoing.countries", null, Group.OUTGOING, Shape.COUNTRIES, Giver.CONSOLE),
    OUTGOING_KINDS("callward.outgoing.kinds", "FIXED_LINE,MOBILE,TOLL_FREE,VOIP", Group.OUTGOING, Shape.NUMBER_KINDS, Giver.CONSOLE),
    OUTGOING_PER_HOUR("callward.outgoing.per.hour", "40", Group.OUTGOING, Shape.COUNT, Giver.CONSOLE),
    OUTGOING_PER_DAY("callward.outgoing.per.day", "500", Group.OUTGOING, Shape.COUNT, Giver.CONSOLE),
    PUBLIC_URL("callward.public.url", null, Group.CARRIER, Shape.ORIGIN, Giver.CONSOLE),
    TWILIO_ACCOUNT_SID("callward.twilio.account.sid", null, Group.CARRIER, Shape.ACCOUNT_SID, Giver.CONSOLE),
    TWILIO_AUTH_TOKEN("callward.twilio.auth.token", null, Group.CARRIER, Shape.SECRET, Giver.CONSOLE),
    TWILIO_AUTH_TOKEN_NEXT("callward.twilio.auth.token.next", null, Group.CARRIER, Shape.SECRET, Giver.CONSOLE),
    TWILIO_API_KEY("callward.twilio.api.key", null, Group.CARRIER, Shape.KEY_SID, Giver.CONSOLE),
    TWILIO_API_SECRET("callward.twilio.api.secret", null, Group.CARRIER, Shape.SECRET, Giver.CONSOLE),
    TWILIO_API_URL("callward.twilio.api.url", null, Group.CARRIER, Shape.WEB_ADDRESS, Giver.CONSOLE),
    SIMULATOR("callward.simulator", null, Group.CARRIER, Shape.SWITCH, Giver.CONSOLE),
    SMTP_HOST("callward.smtp.host", null, Group.MAIL, Shape.HOST, Giver.CONSOLE),
    SMTP_PORT("callward.smtp.port", "587", Group.MAIL, Shape.PORT, Giver.CONSOLE),
    SMTP_TLS("callward.smtp.tls", "starttls", Group.MAIL, Shape.MAIL_TLS, Giver.CONSOLE),
    SMTP_USER("callward.smtp.user", null, Group.MAIL, Shape.TEXT, Giver.CONSOLE),
    SMTP_PASSWORD("callward.smtp.password", null, Group.MAIL, Shape.SECRET, Giver.CONSOLE),
    SMTP_FROM("callward.smtp.from", null, Group.MAIL, Shape.EMAIL, Giver.CONSOLE),
    SECRET_KEY("callward.secret.key", null, Group.SECURITY, Shape.SECRET, Giver.ENVIRONMENT),
    SECRET_KEY_FILE("callward.secret.key.file", null, Group.SECURITY, Shape.FOLDER, Giver.ENVIRONMENT),
    SECRET_KEY_OLD("callward.secret.key.old", null, Group.SECURITY, Shape.SECRET, Giver.ENVIRONMENT),
    SECRET_KEY_OLD_FILE("callward.secret.key.old.file", null, Group.SECURITY, Shape.FOLDER, Giver.ENVIRONMENT),
    ADMIN_USER("callward.admin.user", null, Group.SECURITY, Shape.TEXT, Giver.ENVIRONMENT),
    ADMIN_PASSWORD("callward.admin.password", null, Group.SECURITY, Shape.SECRET, Giver.ENVIRONMENT),
    API_TOKEN("callward.api.token", null, Group.SECURITY, Shape.SECRET, Giver.ENVIRONMENT),
    OIDC_ISSUER("callward.oidc.issuer", null, Group.SECURITY, Shape.WEB_ADDRESS, Giver.CONSOLE),
    OIDC_CLIENT_ID("callward.oidc.client.id", null, Group.SECURITY, Shape.TEXT, Giver.CONSOLE),
    OIDC_CLIENT_SECRET("callward.oidc.client.secret", null, Group.SECURITY, Shape.SECRET, Giver.CONSOLE),
    OIDC_BUTTON("callward.oidc.button", null, Group.SECURITY, Shape.TEXT, Giver.CONSOLE),
    OIDC_CREATE("callward.oidc.create", "false", Group.SECURITY, Shape.SWITCH, Giver.CONSOLE),
    OIDC_LINK_EMAIL("callward.oidc.link.email", "false", Group.SECURITY, Shape.SWITCH, Giver.CONSOLE),
    OIDC_ROLE_CLAIM("callward.oidc.role.claim", "groups", Group.SECURITY, Shape.TEXT, Giver.CONSOLE),
    OIDC_ADMIN_GROUP("callward.oidc.admin.group", null, Group.SECURITY, Shape.TEXT, Giver.CONSOLE),
    OIDC_SUPERVISOR_GROUP("callward.oidc.supervisor.group", null, Group.SECURITY, Shape.TEXT, Giver.CONSOLE),
    OIDC_AGENT_GROUP("callward.oidc.agent.group", null, Group.SECURITY, Shape.TEXT, Giver.CONSOLE),
    HTTP_PORT("callward.http.port", "8080", Group.SERVER, Shape.PORT, Giver.ENVIRONMENT),
    DATA_DIR("callward.data.dir", "./data", Group.SERVER, Shape.FOLDER, Giver.ENVIRONMENT),
    DEMO("callward.demo", "false", Group.SERVER, Shape.SWITCH, Giver.ENVIRONMENT),
    DEMO_PASSWORD("callward.demo.password", null, Group.SERVER, Shape.SECRET, Giver.ENVIRONMENT);

    /** What belongs together, in the order of the settings page. */
    public enum Group { COMPANY, OUTGOING, CARRIER, MAIL, SECURITY, SERVER }

    /** Who may set it: anybody in the console, or only the server's environment, because it counts before the database is there. */
    public enum Giver { CONSOLE, ENVIRONMENT }

    private final String property;
    private final String standard;
    private final Group group;
    private final Shape shape;
    private final Giver giver;

    Setting(String property, String standard, Group group, Shape shape, Giver giver) {
        this.property = property;
        this.standard = standard;
        this.group = group;
        this.shape = shape;
        this.giver = giver;
    }

    /** MicroProfile Config name; the environment variable is the same in capitals with {@code _} for {@code .}. */
    public String property() {
        return property;
    }

    /** The environment's name for it: {@code CALLWARD_SMTP_HOST}. */
    public String variable() {
        return property.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** Its name in addresses: {@code smtp-host}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The default, null when there is none. */
    public String standard() {
        return standard;
    }

    public Group group() {
        return group;
    }

    public Shape shape() {
        return shape;
    }

    /** Never shown, and encrypted at rest. */
    public boolean secret() {
        return shape == Shape.SECRET;
    }

    /** Counts only when the server starts, and so is the environment's business. */
    public boolean onlyAtStart() {
        return giver == Giver.ENVIRONMENT;
    }
}
