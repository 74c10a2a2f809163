package callward.people;

import callward.access.Account;
import callward.access.AccountRefused;
import callward.access.EndSessions;
import callward.access.OpenSessions;
import callward.access.OwnAccount;
import callward.access.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One's own account: what one is called, and where one is signed in. */
@Named
@RequestScoped
public class ProfileView {

    private static final String AGAIN = "/account/index?faces-redirect=true";

    @Inject
    SignedIn signedIn;
    @Inject
    OwnAccount own;
    @Inject
    OpenSessions sessions;
    @Inject
    EndSessions endSessions;

    @Inject
    @Param(name = "end")
    Long chosen;
    private Account account;
    private String name;
    private String email;
    private String language;
    private List<SessionRow> rows;

    @PostConstruct
    void load() {
        account = signedIn.account().orElseThrow(); // DoorKeeper lets no stranger through
        name = account.getName();
        email = account.getEmail();
        language = account.language().map(Locale::toLanguageTag).orElse(null);
        rows = sessions.of(account).stream().map(session -> SessionRow.of(session, sessions.isThis(session, Faces.getRequest()))).toList();
    }

    public String save() {
        try {
            own.change(name, email, language);
            Faces.removeResponseCookie("callward-language", "/"); // the switch of this browser would win over the choice made here
            Messages.addFlashGlobalInfo("profile.saved");
            return AGAIN;
        } catch (AccountRefused refused) {
            Messages.addError("profile:" + refused.reason().field(), "account.refused." + refused.reason());
            return null;
        }
    }

    /** The one whose button was pressed, by its id: rows change places between showing and pressing. */
    public String end() {
        if (chosen == null || !Faces.isPostback()) { // a link must not do it
            return null;
        }
        endSessions.one(chosen, account);
        Messages.addFlashGlobalInfo("session.ended");
        return AGAIN;
    }

    public String endOthers() {
        endSessions.allOf(account, OpenSessions.keyOf(Faces.getRequest().getSession(false)));
        Messages.addFlashGlobalInfo("session.othersEnded");
        return AGAIN;
    }

    public Account getAccount() {
        return account;
    }

    public List<SessionRow> getSessions() {
        return rows;
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

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
