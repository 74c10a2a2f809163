package callward.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ResourceBundle;

/** The sign-in page: user name, password, and back to the page one came from. */
@Named
@RequestScoped
public class SignInView {

    @Inject
    SignIn signIn;
    @Inject
    SignedIn signedIn;

    private String username;
    private String password;
    private String from;

    /** Somebody who is signed in has no business here. */
    public void entered() throws IOException {
        if (signedIn.isAnybody()) {
            go(ReturnPath.safe(from));
        }
    }

    public void signIn() throws IOException {
        SignIn.Outcome outcome = signIn.attempt(username, password, request(), (HttpServletResponse) external().getResponse());
        password = null;
        switch (outcome) {
            case SIGNED_IN -> go(ReturnPath.safe(from));
            case WRONG -> say("signIn.wrong");
            case TOO_MANY_TRIES -> say("signIn.tooManyTries");
        }
    }

    public void signOut() throws IOException, ServletException {
        signIn.out(request());
        go("/sign-in");
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    /** Never sent back to the browser. */
    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** The page one came from, as {@code f:viewParam}. */
    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    private static void say(String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResourceBundle texts = ResourceBundle.getBundle("callward.messages", faces.getViewRoot().getLocale());
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.getString(key), null));
    }

    private static void go(String path) throws IOException {
        external().redirect(external().getRequestContextPath() + path);
        FacesContext.getCurrentInstance().responseComplete();
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
