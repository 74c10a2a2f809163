package callward.access;

import callward.settings.PublicUrl;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives the session's cookie anew, as one that never travels without TLS, once the console says that this is how people reach us. What a server
 * was told of cookies when it started cannot be changed while it runs; a browser that came without TLS keeps the cookie it has.
 */
@WebFilter(filterName = "SecureSession", urlPatterns = "/*", asyncSupported = true)
public class SecureSession extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    transient PublicUrl publicUrl;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        SessionCookieConfig usual = request.getServletContext().getSessionCookieConfig();
        if (!usual.isSecure() && isSettled(request) && publicUrl.origin().toLowerCase(Locale.ROOT).startsWith("https:")) {
            shown(request, usual.getName()).ifPresent(cookie -> response.addCookie(secure(cookie)));
        }
        chain.doFilter(request, response);
    }

    /** Pages that are only looked at: whatever signs in or out gives the session another cookie itself. */
    private static boolean isSettled(HttpServletRequest request) {
        String path = DoorKeeper.pathOf(request);
        return "GET".equals(request.getMethod()) && Doors.isPage(path) && !Doors.open(path) && request.isRequestedSessionIdValid();
    }

    private static Optional<Cookie> shown(HttpServletRequest request, String name) {
        return request.getCookies() == null ? Optional.empty()
                : Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(name)).findFirst();
    }

    /** With what the server itself adds to a session's id, such as the node that holds it. */
    private static Cookie secure(Cookie shown) {
        Cookie cookie = new Cookie(shown.getName(), shown.getValue());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
