package callward.setup;

import callward.access.Account;
import callward.access.SignedIn;
import callward.carrier.AccountCheck;
import callward.carrier.AccountCheck.Credentials;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.line.CarrierTrouble;
import callward.line.Line;
import callward.line.Lines;
import callward.line.PointLines;
import callward.script.BeginScript;
import callward.settings.CarrierAccounts;
import callward.settings.FirstSteps;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The steps from an empty installation to the first call. Each keeps what it is told, so he who leaves goes on where he was. */
@Named
@RequestScoped
public class SetUpView {

    /** @param key message key's end and last part of the path; @param done whether nothing is missing there */
    public record Step(String key, boolean done, boolean current) { }

    private static final List<Setting> COMPANY = List.of(Setting.COMPANY, Setting.LANGUAGE, Setting.COUNTRY, Setting.TIME_ZONE);
    private static final List<Setting> ACCOUNT = List.of(Setting.TWILIO_ACCOUNT_SID, Setting.TWILIO_AUTH_TOKEN, Setting.TWILIO_API_KEY,
            Setting.TWILIO_API_SECRET, Setting.TWILIO_API_URL, Setting.PUBLIC_URL);
    private static final List<Setting> MAIL = List.of(Setting.SMTP_HOST, Setting.SMTP_PORT, Setting.SMTP_TLS, Setting.SMTP_USER, Setting.SMTP_PASSWORD,
            Setting.SMTP_FROM);

    @Inject
    Settings settings;
    @Inject
    SettingsForm form;
    @Inject
    TrySettings tries;
    @Inject
    TryNow tryNow;
    @Inject
    BeginScript beginScript;
    @Inject
    Lines lines;
    @Inject
    PointLines point;
    @Inject
    CarrierAccounts accounts;
    @Inject
    AccountCheck accountCheck;
    @Inject
    FirstSteps firstSteps;
    @Inject
    SignedIn signedIn;

    private String template;
    private TrySettings.Tried account;
    private TrySettings.Tried address;

    public List<Step> steps(String current) {
        boolean live = !accounts.current().simulated();
        boolean line = lines.all().stream().anyMatch(one -> one.getCarrierSid() != null);
        return List.of(step("company", settings.ofConsole(Setting.COMPANY).isPresent() || isGiven(Setting.COMPANY), current),
                step("calls", live || line, current), step("carrier", live, current), step("lines", line, current),
                step("mail", settings.get(Setting.SMTP_HOST).isPresent(), current), step("done", !firstSteps.isOpen(), current));
    }

    private static Step step(String key, boolean done, String current) {
        return new Step(key, done, key.equals(current));
    }

    private boolean isGiven(Setting setting) {
        return settings.source(setting) == Settings.Source.ENVIRONMENT;
    }

    public void keepCompany() {
        if (form.take("company", COMPANY)) {
            go("/set-up/calls");
        }
    }

    /** The first button: everything for a call in the simulator, and to the telephone. */
    public void tryNow() {
        try {
            Account me = signedIn.account().orElseThrow();
            String number = tryNow.begin(template, me, Faces.getLocale());
            point.look();
            go("/simulator/?to=" + number.replace("+", "%2B"));
        } catch (CarrierRefused | CarrierUnreachable e) {
            Messages.addGlobalError(CarrierTrouble.of(e).saying().in(Faces.getLocale()));
        }
    }

    /** Asks the carrier first: what it does not know is not kept. */
    public void goLive() {
        Optional<Map<Setting, String>> typed = form.look("carrier", ACCOUNT);
        if (typed.isEmpty()) {
            return;
        }
        account = tries.carrier(credentials(typed.get()));
        if (account.good() && form.take("carrier", ACCOUNT)) {
            go("/set-up/carrier?checked=true");
        }
    }

    private Credentials credentials(Map<Setting, String> typed) {
        return new Credentials(value(Setting.TWILIO_API_URL, typed), value(Setting.TWILIO_ACCOUNT_SID, typed).orElse(""),
                value(Setting.TWILIO_AUTH_TOKEN, typed).orElse(""), value(Setting.TWILIO_API_KEY, typed), value(Setting.TWILIO_API_SECRET, typed));
    }

    private Optional<String> value(Setting setting, Map<Setting, String> typed) {
        return typed.containsKey(setting) ? Optional.of(typed.get(setting)).filter(text -> !text.isEmpty()) : settings.get(setting);
    }

    /** When the page is opened to see what is so far. */
    public void look() {
        if (Faces.getRequestParameter("checked") != null && isLive()) {
            account = tries.carrier(accountCheck.current());
            address = tries.publicUrl();
        }
    }

    public void makeScript() {
        tryNow.script(template, Faces.getLocale());
        go("/set-up/lines");
    }

    public void keepMail() {
        if (form.take("mail", MAIL)) {
            Messages.addFlashGlobalInfo("settings.saved");
            go("/set-up/mail");
        }
    }

    public void finish() {
        firstSteps.finish();
        go("/desk/");
    }

    /** Whether calls come from a carrier and not from the simulator. */
    public boolean isLive() {
        return !accounts.current().simulated();
    }

    public boolean isMailSet() {
        return settings.get(Setting.SMTP_HOST).isPresent();
    }

    public List<Line> getLines() {
        return lines.all();
    }

    public List<String> getTemplates() {
        return beginScript.templates();
    }

    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    public TrySettings.Tried getAccount() {
        return account;
    }

    public TrySettings.Tried getAddress() {
        return address;
    }

    public String said(TrySettings.Tried tried) {
        return tried == null ? "" : tried.answer().in(Faces.getLocale());
    }

    private static void go(String path) {
        Faces.redirect(Faces.getRequestContextPath() + path);
    }
}
