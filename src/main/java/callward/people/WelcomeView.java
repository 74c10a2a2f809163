package callward.people;

import callward.access.Account;
import callward.access.AccountRefused;
import callward.access.Invitations;
import callward.access.SignIn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The page behind an invitation: choose a password, and be in. */
@Named
@RequestScoped
public class WelcomeView {

    @Inject
    Invitations invitations;
    @Inject
    SignIn signIn;

    @Inject
    @Param(name = "token")
    String token;

    private String password;
    private String again;
    private Account account;

    @PostConstruct
    void load() {
        account = invitations.whose(token).orElse(null);
    }

    public void enter() {
        if (password != null && !password.equals(again)) {
            Messages.addError("welcome:again", "setUp.passwordsDiffer");
            return;
        }
        try {
            String username = invitations.accept(token, password).getUsername();
            boolean in = signIn.attempt(username, password, Faces.getRequest(), Faces.getResponse()) == SignIn.Outcome.SIGNED_IN;
            Faces.redirect(Faces.getRequestContextPath() + (in ? "/" : "/sign-in"));
        } catch (AccountRefused refused) {
            if (refused.reason().field() == null) {
                account = null; // the page says that the link is dead
            } else {
                Messages.addError("welcome:password", "account.refused." + refused.reason());
            }
        }
    }

    /** Null when the link does not work. */
    public Account getAccount() {
        return account;
    }

    /** From the link; the page's form carries it on. */
    public String getToken() {
        return token;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return null;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
