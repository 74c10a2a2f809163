package callward.settings;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Every setting on one page: its value, its default, and where the value comes from. Secrets are only said to be set. */
@Named
@RequestScoped
public class SettingsView {

    /** @param variable the environment's name for it; @param value null when there is none; @param source a message key's end */
    public record Row(String name, String variable, String value, String standard, boolean secret, String source) { }

    @Inject
    Settings settings;

    private Map<String, List<Row>> groups;

    @PostConstruct
    void load() {
        groups = Arrays.stream(Setting.values()).collect(Collectors.groupingBy(SettingsView::group, LinkedHashMap::new,
                Collectors.mapping(this::row, Collectors.toList())));
    }

    public Map<String, List<Row>> getGroups() {
        return groups;
    }

    private Row row(Setting setting) {
        String value = settings.get(setting).orElse(null);
        String source = value == null ? "none" : settings.source(setting).name().toLowerCase(Locale.ROOT);
        String variable = setting.property().toUpperCase(Locale.ROOT).replace('.', '_');
        return new Row(setting.name(), variable, setting.secret() && value != null ? "" : value, setting.standard(), setting.secret(), source);
    }

    static String group(Setting setting) {
        String name = setting.name();
        if (name.startsWith("TWILIO_") || name.equals("SIMULATOR")) {
            return "carrier";
        }
        if (name.startsWith("SMTP_")) {
            return "mail";
        }
        if (name.startsWith("SECRET_") || name.startsWith("ADMIN_") || name.equals("API_TOKEN")) {
            return "security";
        }
        return name.startsWith("SOUND_") || name.equals("POP_UP_ROLES") || name.equals("COMPANY") || name.equals("LANGUAGE") ? "company" : "server";
    }
}
