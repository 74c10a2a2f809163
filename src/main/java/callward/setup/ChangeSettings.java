package callward.setup;

import callward.access.Audit;
import callward.access.Deed;
import callward.settings.ExchangeKey;
import callward.settings.Saying;
import callward.settings.Setting;
import callward.settings.Settings;
import callward.settings.Settings.Source;
import callward.settings.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an administrator sets in the console: checked, kept, and written down, all or nothing. It counts from the next request on. */
@ApplicationScoped
@Transactional
public class ChangeSettings {

    static final String HIDDEN = "••••";
    private static final String ANOTHER = HIDDEN + " (new)";
    private static final String ROOM = "settings";
    /** Where a password goes to is not changed without saying the password: whoever holds a session must not have it sent to himself. */
    private static final Map<Setting, List<Setting>> SENT_THERE = Map.of(Setting.SMTP_HOST, List.of(Setting.SMTP_PASSWORD),
            Setting.OIDC_ISSUER, List.of(Setting.OIDC_CLIENT_SECRET),
            Setting.TWILIO_API_URL, List.of(Setting.TWILIO_AUTH_TOKEN, Setting.TWILIO_AUTH_TOKEN_NEXT, Setting.TWILIO_API_SECRET));

    @Inject
    Settings settings;
    @Inject
    ExchangeKey exchangeKey;
    @Inject
    Audit audit;

    /**
     * @param values new values; an empty one goes back to the default
     * @throws SettingsRefused when any of them will not do: then none is kept
     */
    public void put(Map<Setting, String> values) {
        check(values).forEach(this::keep);
    }

    /** The values as they would be kept. @throws SettingsRefused as {@link #put} */
    Map<Setting, String> check(Map<Setting, String> values) {
        Map<Setting, String> tidy = new EnumMap<>(Setting.class);
        values.forEach((setting, value) -> tidy.put(setting, value == null ? "" : setting.shape().tidy(value)));
        Map<Setting, Saying> faults = faults(tidy);
        if (!faults.isEmpty()) {
            throw new SettingsRefused(faults);
        }
        return tidy;
    }

    /** What is wrong with each value, empty when all will do. */
    private Map<Setting, Saying> faults(Map<Setting, String> tidy) {
        Map<Setting, Saying> faults = new EnumMap<>(Setting.class);
        tidy.forEach((setting, value) -> fault(setting, value, tidy).ifPresent(fault -> faults.put(setting, fault)));
        return faults;
    }

    private Optional<Saying> fault(Setting setting, String value, Map<Setting, String> all) {
        if (setting.onlyAtStart()) {
            return Optional.of(Saying.of("setting.onlyAtStart", setting.variable()));
        }
        if (settings.source(setting) == Source.ENVIRONMENT) {
            return Optional.of(Saying.of("setting.locked", setting.variable()));
        }
        if (value.isEmpty()) {
            return astray(setting, value, all);
        }
        boolean anotherCarriersSid = setting == Setting.TWILIO_ACCOUNT_SID
                && all.getOrDefault(Setting.TWILIO_API_URL, settings.get(Setting.TWILIO_API_URL).orElse("")).length() > 0;
        return (anotherCarriersSid ? Shape.TEXT : setting.shape()).fault(value).or(() -> astray(setting, value, all));
    }

    private Optional<Saying> astray(Setting setting, String value, Map<Setting, String> all) {
        if (settings.get(setting).orElse("").equals(value)) {
            return Optional.empty();
        }
        return SENT_THERE.getOrDefault(setting, List.of()).stream().filter(secret -> settings.get(secret).isPresent())
                .filter(secret -> !all.containsKey(secret)).findFirst()
                .map(secret -> Saying.of("setting.wrong.astray", Saying.of("setting." + secret.name())));
    }

    private void keep(Setting setting, String value) {
        String before = settings.ofConsole(setting).orElse("");
        if (before.equals(value)) {
            return;
        }
        settings.save(setting, value);
        // the log keeps what differs: a secret in another's place must differ, too
        audit.note(ROOM, setting.key(), setting.variable(), Deed.CHANGED, Map.of("value", shown(setting, before)),
                Map.of("value", setting.secret() && !before.isEmpty() && !value.isEmpty() ? ANOTHER : shown(setting, value)));
    }

    private static String shown(Setting setting, String value) {
        return !setting.secret() || value.isEmpty() ? value : HIDDEN;
    }

    /** A new key for all secrets, where the key is our own. */
    public void exchangeKey() {
        exchangeKey.now();
        audit.note(ROOM, Setting.SECRET_KEY.key(), Setting.SECRET_KEY.variable(), Deed.CHANGED, Map.of("value", HIDDEN), Map.of("value", ANOTHER));
    }
}
