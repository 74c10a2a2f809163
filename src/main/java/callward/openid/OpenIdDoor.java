package callward.openid;

import callward.access.ReturnPath;
import callward.access.SignIn;
import callward.access.SignedIn;
import callward.settings.LogText;
import callward.settings.PublicUrl;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The two addresses of signing in elsewhere: setting out, and coming back. */
@WebServlet(urlPatterns = {OpenIdSignIn.PATH, OpenIdSignIn.BACK})
public class OpenIdDoor extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = System.getLogger(OpenIdDoor.class.getName());
    /** Set once, so that a proxy which hides our name from us cannot send anybody in circles. */
    private static final String HOME = "home";

    @Inject
    transient OpenIdSignIn openId;
    @Inject
    transient ProviderDoor provider;
    @Inject
    transient SignIn signIn;
    @Inject
    transient SignedIn signedIn;
    @Inject
    transient PublicUrl publicUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!provider.isConfigured()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            response.sendRedirect(OpenIdSignIn.BACK.equals(request.getServletPath())
                    ? request.getContextPath() + openId.finish(request, response)
                    : setOut(request));
        } catch (OpenIdProblem.Met met) {
            LOG.log(Level.WARNING, "sign-in by=openid address={0} outcome={1} reason={2}", LogText.of(request.getRemoteAddr()), met.problem(),
                    LogText.of(met.getMessage()));
            signIn.refusedElsewhere("openid: " + met.problem(), request);
            response.sendRedirect(request.getContextPath() + (signedIn.isAnybody() ? "/account/" : "/sign-in") + "?problem=" + met.problem());
        }
    }

    /** From the address the provider sends people back to: another one's session would not be found then. */
    private String setOut(HttpServletRequest request) {
        String from = ReturnPath.safe(request.getParameter("from"));
        URI home = publicUrl.at(OpenIdSignIn.PATH);
        boolean elsewhere = !home.getRawAuthority().equalsIgnoreCase(request.getHeader("Host"));
        if (elsewhere && request.getParameter(HOME) == null) {
            return home + "?" + HOME + "=yes&from=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
        }
        return openId.begin(request.getSession(), from, null).toString();
    }
}
