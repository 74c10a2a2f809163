package callward.openid;

import callward.access.Account;
import callward.access.SignedIn;
import callward.access.VouchedAccounts;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The button of the sign-in page, and the profile's link with the company's own sign-in. */
@Named("openId")
@RequestScoped
public class OpenIdView {

    @Inject
    ProviderDoor door;
    @Inject
    OpenIdSignIn openId;
    @Inject
    VouchedAccounts accounts;
    @Inject
    SignedIn signedIn;
    @Inject
    Settings settings;

    private String wayOn;

    public boolean isOffered() {
        return door.isConfigured();
    }

    /** What the button says; null for the usual words. */
    public String getButton() {
        return settings.get(Setting.OIDC_BUTTON).orElse(null);
    }

    /** Why somebody came back without being let in, as a message key; null when nothing happened. Only what we know ourselves is shown. */
    public String getProblem() {
        String said = Faces.getRequestParameter("problem");
        return Arrays.stream(OpenIdProblem.values()).map(Enum::name).filter(name -> name.equals(said)).findFirst()
                .map("openid.problem."::concat).orElse(null);
    }

    public boolean isLinked() {
        return signedIn.account().map(Account::getSubject).isPresent();
    }

    /**
     * By a form of ours and never by a link: another site must not have its own identity linked with this account. The page then leads on by
     * itself, because our policy lets no form end at another site.
     */
    public void link() {
        try {
            wayOn = openId.begin(Faces.getRequest().getSession(), "/account/", signedIn.getUsername()).toString();
        } catch (OpenIdProblem.Met met) {
            Messages.addGlobalError("openid.problem." + met.problem());
        }
    }

    /** To the provider, once {@link #link} was asked for; else null. */
    public String getWayOn() {
        return wayOn;
    }

    public String unlink() {
        signedIn.account().filter(Account::hasPassword).ifPresent(account -> accounts.unlink(account.getUsername()));
        return "/account/index?faces-redirect=true";
    }
}
