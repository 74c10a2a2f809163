package callward.setup;

import callward.settings.Setting;
import callward.settings.Settings;
import callward.settings.Settings.Source;
import java.util.List;
import java.util.Locale;

/**
 * A setting as a page shows it.
 *
 * @param value  null when there is none, and always for a secret
 * @param source a message key's end: {@code environment}, {@code console}, {@code default} or {@code none}
 * @param wrong  whether the value in force cannot be used as it is
 */
public record SettingRow(Setting setting, String value, boolean set, String source, boolean wrong) {

    static SettingRow of(Setting setting, Settings settings) {
        String value = settings.get(setting).orElse(null);
        Source source = settings.source(setting);
        boolean wrong = source == Source.ENVIRONMENT && setting.shape().fault(setting.shape().tidy(value)).isPresent();
        return new SettingRow(setting, setting.secret() ? null : value, value != null, value == null ? "none" : source.name().toLowerCase(Locale.ROOT), wrong);
    }

    public String key() {
        return setting.key();
    }

    public String name() {
        return setting.name();
    }

    public String variable() {
        return setting.variable();
    }

    public String standard() {
        return setting.standard();
    }

    public boolean secret() {
        return setting.secret();
    }

    public List<String> choices() {
        return setting.shape().choices();
    }

    /** What an input of the browser is told, so that telephones show the right keys. */
    public String inputMode() {
        return switch (setting.shape()) {
            case ORIGIN, WEB_ADDRESS, HOST -> "url";
            case EMAIL -> "email";
            case PORT, SECONDS, CALL_SECONDS, BYTES, COUNT -> "numeric";
            default -> "text";
        };
    }

    /** Name of the list that the browser proposes from, or null. */
    public String proposals() {
        return setting == Setting.TIME_ZONE ? "time-zones" : null;
    }

    public boolean locked() {
        return setting.onlyAtStart() || source.equals("environment");
    }
}
