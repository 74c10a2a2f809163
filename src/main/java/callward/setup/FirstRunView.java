package callward.setup;

import callward.access.AccountRefused;
import callward.access.SetUpLink;
import callward.access.SignIn;
import callward.access.UsernameTaken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ResourceBundle;

/** The page behind the one-time link of an empty installation: choose the first administrator's user name and password. */
@Named
@RequestScoped
public class FirstRunView {

    @Inject
    SetUpLink link;
    @Inject
    SignIn signIn;

    private String token;
    private String username;
    private String name;
    private String password;
    private String again;

    public boolean isWelcome() {
        return link.works(token);
    }

    public void create() throws IOException {
        if (password == null || !password.equals(again)) {
            say("setUp.passwordsDiffer");
            return;
        }
        try {
            if (link.use(token, username, name, password)) {
                enter();
            } else {
                say("setUp.linkIsDead");
            }
        } catch (AccountRefused refused) {
            say("account.refused." + refused.reason());
        } catch (UsernameTaken | IllegalArgumentException e) {
            say("setUp.usernameWillNotDo");
        }
    }

    private void enter() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        boolean in = signIn.attempt(username, password, (HttpServletRequest) external.getRequest(), (HttpServletResponse) external.getResponse())
                == SignIn.Outcome.SIGNED_IN;
        external.redirect(external.getRequestContextPath() + (in ? "/set-up/company" : "/sign-in"));
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static void say(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResourceBundle texts = ResourceBundle.getBundle("callward.messages", faces.getViewRoot().getLocale());
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.getString(key), null));
    }

    /** From the link, as {@code f:viewParam}. */
    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
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
