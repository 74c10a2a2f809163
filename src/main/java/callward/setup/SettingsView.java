package callward.setup;

import callward.access.SignedIn;
import callward.access.Account;
import callward.settings.KeyRing;
import callward.settings.Setting;
import callward.settings.Setting.Group;
import callward.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Every setting on one page: its value, its default, where the value comes from; changed here unless the environment gives it. */
@Named
@RequestScoped
public class SettingsView {

    /** @param key the group's name in small letters: form, anchor and message key; @param open whether anything in it can be changed here */
    public record Section(String key, List<SettingRow> rows, boolean open) { }

    @Inject
    Settings settings;
    @Inject
    SettingsForm form;
    @Inject
    ChangeSettings change;
    @Inject
    TrySettings tries;
    @Inject
    KeyRing ring;
    @Inject
    SignedIn signedIn;

    private List<Section> sections;
    private String recipient;
    private TrySettings.Tried mail;
    private TrySettings.Tried carrier;
    private TrySettings.Tried url;

    @PostConstruct
    void load() {
        sections = Arrays.stream(Group.values()).map(this::section).toList();
        recipient = signedIn.account().map(Account::getEmail).orElse(null);
    }

    public void save(String key) {
        if (form.take(key, fields(key))) {
            Messages.addFlashGlobalInfo("settings.saved");
            Faces.redirect(Faces.getRequestContextPath() + "/settings/#" + key);
        }
    }

    public void tryMail() {
        TrySettings.fault(recipient).ifPresentOrElse(fault -> Messages.addError("try-mail:to", fault.in(Faces.getLocale())),
                () -> mail = tries.mail(recipient, Faces.getLocale()));
    }

    public void tryCarrier() {
        carrier = tries.carrier();
    }

    public void tryUrl() {
        url = tries.publicUrl();
    }

    public void exchangeKey() {
        change.exchangeKey();
        Messages.addFlashGlobalInfo("settings.key.exchanged");
        Faces.redirect(Faces.getRequestContextPath() + "/settings/#security");
    }

    public List<Section> getSections() {
        return sections;
    }

    /** Whether the key that encrypts secrets can be exchanged here. */
    public boolean isKeyOurs() {
        return ring.isOurs();
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }

    public TrySettings.Tried getMail() {
        return mail;
    }

    public TrySettings.Tried getCarrier() {
        return carrier;
    }

    public TrySettings.Tried getUrl() {
        return url;
    }

    public String said(TrySettings.Tried tried) {
        return Optional.ofNullable(tried).map(one -> one.answer().in(Faces.getLocale())).orElse("");
    }

    private Section section(Group group) {
        List<SettingRow> rows = Arrays.stream(Setting.values()).filter(setting -> setting.group() == group)
                .map(setting -> SettingRow.of(setting, settings)).toList();
        return new Section(group.name().toLowerCase(Locale.ROOT), rows, rows.stream().anyMatch(row -> !row.locked()));
    }

    private static List<Setting> fields(String key) {
        return Arrays.stream(Setting.values()).filter(setting -> setting.group().name().equalsIgnoreCase(key)).toList();
    }
}
