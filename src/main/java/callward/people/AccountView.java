package callward.people;

import callward.access.Account;
import callward.access.AccountRefused;
import callward.access.AccountText;
import callward.access.Invitations;
import callward.access.KeepAccounts;
import callward.access.Role;
import callward.access.SignedIn;
import callward.access.VouchedAccounts;
import callward.agent.Device;
import callward.phone.Destination;
import callward.settings.PublicUrl;
import callward.settings.Refused;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One colleague: what he may do, how he gets in, and the telephone that rings for him. */
@Named
@ViewScoped
public class AccountView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String LINK = "callward.invitation";

    @Inject
    Colleagues colleagues;
    @Inject
    KeepAccounts keep;
    @Inject
    Invitations invitations;
    @Inject
    SignedIn signedIn;
    @Inject
    VouchedAccounts vouched;
    @Inject
    Settings settings;
    @Inject
    PublicUrl publicUrl;

    private boolean fresh = true;
    private String username;
    private String name;
    private String email;
    private Role role = Role.AGENT;
    private String language;
    private boolean active = true;
    private boolean answers;
    private String phone;
    private String password;
    private String subject;
    private Colleague.State state;
    private AccountText seen;
    private List<Device> phones = List.of();

    public void load() {
        String asked = Faces.getRequestParameter("username");
        if (asked == null) {
            return;
        }
        Optional<Colleague> found = colleagues.find(asked);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such account");
            return;
        }
        show(found.get());
    }

    private void show(Colleague colleague) {
        Account account = colleague.account();
        fresh = false;
        username = account.getUsername();
        name = account.getName();
        email = account.getEmail();
        role = account.getRole();
        language = account.language().map(Locale::toLanguageTag).orElse(null);
        active = account.isActive();
        seen = AccountText.of(account);
        subject = account.getSubject();
        state = colleague.state();
        phones = colleague.phones();
        answers = colleague.phone() != null;
        phone = phones.isEmpty() ? null : (answers ? colleague.phone() : phones.getFirst()).getDestination().address();
    }

    public String save() {
        Optional<Destination> place = place();
        if (answers && place.isEmpty()) {
            return null;
        }
        try {
            AccountText text = new AccountText(name, email, role, language, active);
            if (fresh) {
                username = colleagues.add(username, text, place.orElse(null)).account().getUsername();
                return invite();
            }
            colleagues.change(username, text, seen, place.orElse(null));
            Messages.addFlashGlobalInfo("account.saved", name);
            return "/accounts/index?faces-redirect=true";
        } catch (AccountRefused refused) {
            complain(refused);
            return null;
        } catch (Refused refused) {
            refused.faults().values().forEach(saying -> Messages.addError("account:phone", saying.in(Faces.getLocale())));
            return null;
        }
    }

    /** The link travels in the flash of this session: it is shown once, by the page that comes next. */
    public String invite() {
        Faces.setFlashAttribute(LINK, publicUrl.at(invitations.make(username).path()).toString());
        return again();
    }

    public String setPassword() {
        try {
            keep.setPassword(username, password);
            Messages.addFlashGlobalInfo("account.passwordSet", name);
            return again();
        } catch (AccountRefused refused) {
            Messages.addError("first:password", "account.refused." + refused.reason());
            return null;
        } finally {
            password = null;
        }
    }

    /** Lets him sign in at the company's own provider, or, without an identity, no more. */
    public String connect() {
        try {
            if (subject == null) {
                vouched.unlink(username);
            } else {
                vouched.link(username, settings.text(Setting.OIDC_ISSUER), subject);
            }
            Messages.addFlashGlobalInfo("account.saved", name);
            return again();
        } catch (AccountRefused refused) {
            Messages.addError(refused.reason().field() == null ? null : "elsewhere:subject", "account.refused." + refused.reason());
            return null;
        }
    }

    public String delete() {
        try {
            colleagues.delete(username);
            Messages.addFlashGlobalInfo("account.deleted", name);
            return "/accounts/index?faces-redirect=true";
        } catch (AccountRefused refused) {
            complain(refused);
            return null;
        }
    }

    public boolean isNew() {
        return fresh;
    }

    /** Whoever would take his own rights away by mistake is not offered to. */
    public boolean isOneself() {
        return !fresh && username.equals(signedIn.getUsername());
    }

    /** Null but right after it was made. */
    public String getLink() {
        return Faces.getFlashAttribute(LINK);
    }

    public boolean isProviderConfigured() {
        return settings.get(Setting.OIDC_ISSUER).isPresent();
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject;
    }

    public Colleague.State getState() {
        return state;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public List<Device> getPhones() {
        return phones;
    }

    private String again() {
        return "/accounts/account?faces-redirect=true&username=" + URLEncoder.encode(username, StandardCharsets.UTF_8);
    }

    private Optional<Destination> place() {
        if (!answers) {
            return Optional.empty();
        }
        try {
            return Optional.of(Destination.of(phone));
        } catch (IllegalArgumentException e) {
            Messages.addError("account:phone", "destination.addressWrong");
            return Optional.empty();
        }
    }

    private static void complain(AccountRefused refused) {
        String field = refused.reason().field();
        if (field == null) {
            Messages.addGlobalError("account.refused." + refused.reason());
        } else {
            Messages.addError("account:" + field, "account.refused." + refused.reason());
        }
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public boolean isAnswers() {
        return answers;
    }

    public void setAnswers(boolean answers) {
        this.answers = answers;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
