package callward.setup;

import callward.settings.Saying;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.omnifaces.util.Messages;

/** Fields for settings, on whatever page they stand: what was typed, and what is wrong with it. */
@Named
@RequestScoped
public class SettingsForm {

    /** @param label as people call it */
    public record Choice(String value, String label) { }

    @Inject
    Settings settings;
    @Inject
    ChangeSettings change;

    private final Map<String, String> values = new Typed();
    private final Map<String, Boolean> removals = new HashMap<>();

    /** By the settings' keys. What the console saved stands there before anybody types; secrets never do. */
    private final class Typed extends HashMap<String, String> {

        private static final long serialVersionUID = 1L;

        @Override
        public String get(Object key) {
            return containsKey(key) ? super.get(key) : saved((String) key);
        }
    }

    /**
     * Takes what was typed for these settings.
     *
     * @param form id of the form, for messages beside its fields
     * @return whether it was kept
     */
    public boolean take(String form, Collection<Setting> fields) {
        return said(form, () -> change.put(typed(fields)));
    }

    /** What was typed for these settings, as it would be kept; nothing when something of it will not do. */
    Optional<Map<Setting, String>> look(String form, Collection<Setting> fields) {
        Map<Setting, String> good = new EnumMap<>(Setting.class);
        return said(form, () -> good.putAll(change.check(typed(fields)))) ? Optional.of(good) : Optional.empty();
    }

    private Map<Setting, String> typed(Collection<Setting> fields) {
        Map<Setting, String> changed = new EnumMap<>(Setting.class);
        for (Setting field : fields) {
            if (SettingRow.of(field, settings).locked()) {
                continue;
            }
            String typed = values.get(field.key());
            if (!field.secret()) {
                changed.put(field, typed == null ? "" : typed);
            } else if (typed != null && !typed.isBlank()) {
                changed.put(field, typed);
            } else if (Boolean.TRUE.equals(removals.get(field.key()))) {
                changed.put(field, "");
            }
        }
        return changed;
    }

    private static boolean said(String form, Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (SettingsRefused refused) {
            refused.faults().forEach((key, fault) -> Messages.addError(form + ":" + key, said(fault)));
            return false;
        }
    }

    public SettingRow row(String name) {
        return SettingRow.of(Setting.valueOf(name), settings);
    }

    public List<Choice> choices(SettingRow row) {
        return row.choices().stream().map(value -> new Choice(value, label(row.setting(), value))).sorted((a, b) -> row.setting() == Setting.COUNTRY
                ? a.label().compareToIgnoreCase(b.label()) : 0).toList();
    }

    /** What stands in a choice for the default. */
    public String standardLabel(SettingRow row) {
        ResourceBundle texts = ResourceBundle.getBundle("callward.messages", locale());
        return row.standard() == null ? texts.getString(row.setting() == Setting.SIMULATOR ? "setting.choice.automatic" : "setting.notSet")
                : texts.getString("setting.default") + " " + label(row.setting(), row.standard());
    }

    public Collection<String> getTimeZones() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.equals("UTC") || zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")).toList());
    }

    public Map<String, String> getValues() {
        return values;
    }

    public Map<String, Boolean> getRemovals() {
        return removals;
    }

    private String label(Setting setting, String value) {
        return switch (setting.shape()) {
            case LANGUAGE -> Locale.forLanguageTag(value).getDisplayLanguage(Locale.forLanguageTag(value));
            case COUNTRY -> Locale.of("", value).getDisplayCountry(locale());
            case SWITCH, MAIL_TLS -> said(Saying.of("setting.choice." + value));
            default -> value;
        };
    }

    private String saved(String key) {
        return Arrays.stream(Setting.values()).filter(setting -> setting.key().equals(key) && !setting.secret()).findFirst()
                .flatMap(settings::ofConsole).orElse(null);
    }

    private static String said(Saying saying) {
        return saying.in(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
