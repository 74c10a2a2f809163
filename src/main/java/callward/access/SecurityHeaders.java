package callward.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Tells the browser what no answer of ours ever needs. Scripts of pages are settled by PrimeFaces' nonce: a second
 * policy only ever forbids more, so ours for pages says nothing of scripts.
 */
@WebFilter(filterName = "SecurityHeaders", urlPatterns = "/*", asyncSupported = true)
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1;

    static final String PAGES = "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
    static final String EVERYTHING_ELSE = "default-src 'none'; frame-ancestors 'none'; sandbox";
    private static final List<String> NO_PAGES = List.of("/api/", "/twilio/", "/media/", "/health/", "/metrics", "/simulator/carrier/",
            "/jakarta.faces.resource/", "/resources/");
    private static final List<String> MAY_BE_KEPT = List.of("/jakarta.faces.resource/", "/resources/", "/media/");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = DoorKeeper.pathOf(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)");
        response.setHeader("Content-Security-Policy", NO_PAGES.stream().anyMatch(path::startsWith) ? EVERYTHING_ELSE : PAGES);
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (MAY_BE_KEPT.stream().noneMatch(path::startsWith)) {
            response.setHeader("Cache-Control", "no-store"); // after signing out, the back button shows nothing
        }
        chain.doFilter(request, response);
    }
}
