package callward.access;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Stands before every page: strangers are led to sign-in and back, and nobody enters a room above his role. */
@WebFilter(filterName = "DoorKeeper", urlPatterns = "/*", asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class DoorKeeper extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    transient SignedIn signedIn;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = pathOf(request);
        if (Doors.isPage(path) && isFromAnotherSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!Doors.open(path) && signedIn.isPasswordDue()) {
            letChooseAPassword(request, response, chain, path);
        } else if (Doors.open(path) || isInternal(request, path) || signedIn.may(Doors.needed(path))) {
            chain.doFilter(request, response);
        } else if (signedIn.isAnybody()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            sendToSignIn(request, response, path);
        }
    }

    /** A form of somebody else's page, sent with our reader's cookie. Faces' own token guards his work; this guards sign-in and whatever forgets it. */
    private static boolean isFromAnotherSite(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return !SAFE.contains(request.getMethod()) && ("cross-site".equals(from) || "same-site".equals(from));
    }

    /** Whoever has a password that somebody else chose goes nowhere before he has one of his own. */
    private static void letChooseAPassword(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws IOException, ServletException {
        if (path.equals(Doors.OWN_PASSWORD) || path.equals(Doors.OWN_PASSWORD + ".xhtml") || isInternal(request, path)) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect(request.getContextPath() + Doors.OWN_PASSWORD);
        }
    }

    /** What the server itself resolved: decoded, without path parameters. */
    static String pathOf(HttpServletRequest request) {
        String more = request.getPathInfo();
        String path = more == null ? request.getServletPath() : request.getServletPath() + more;
        return path.isEmpty() ? "/" : path;
    }

    /** Error pages and templates: reached only from inside, the server serves nothing of it to the world. */
    private static boolean isInternal(HttpServletRequest request, String path) {
        return request.getDispatcherType() == DispatcherType.FORWARD && path.startsWith("/WEB-INF/");
    }

    private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response, String path) throws IOException {
        boolean get = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        String signIn = request.getContextPath() + ReturnPath.signInFrom(rawPath(request), request.getQueryString(), get);
        if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                    + signIn.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;") + "\"/></partial-response>");
        } else {
            response.sendRedirect(signIn);
        }
    }

    private static String rawPath(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
