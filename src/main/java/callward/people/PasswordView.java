package callward.people;

import callward.access.AccountRefused;
import callward.access.OpenSessions;
import callward.access.OwnAccount;
import callward.access.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A new password of one's own; for whoever has one that an administrator chose, the only page there is. */
@Named
@RequestScoped
public class PasswordView {

    @Inject
    SignedIn signedIn;
    @Inject
    OwnAccount own;

    private String old;
    private String password;
    private String again;

    public String change() {
        boolean due = isDue();
        if (password != null && !password.equals(again)) {
            Messages.addError("change:again", "setUp.passwordsDiffer");
            return null;
        }
        try {
            own.changePassword(old, password, OpenSessions.keyOf(Faces.getRequest().getSession(false)));
            Messages.addFlashGlobalInfo("password.changed");
            return due ? "/desk/index?faces-redirect=true" : "/account/index?faces-redirect=true";
        } catch (AccountRefused refused) {
            Messages.addError("change:" + refused.reason().field(), "account.refused." + refused.reason());
            return null;
        }
    }

    public boolean isDue() {
        return signedIn.isPasswordDue();
    }

    public String getUsername() {
        return signedIn.getUsername();
    }

    /** None of them is ever sent back to the browser. */
    public String getOld() {
        return null;
    }

    public void setOld(String old) {
        this.old = old;
    }

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
