package callward.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** The ways out of an error page. */
@Named
@RequestScoped
public class ConsoleErrors {

    @Inject
    HttpServletRequest request;

    public String getWayHome() {
        return request.getContextPath() + "/";
    }

    /** The form whose session ran out, with its query; the browser puts back what was typed. */
    public String getWayAgain() {
        String path = pathOf(request.getHeader("Referer"));
        if (path == null) {
            path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        }
        return LanguageChoice.ownPath(path) + "#restore";
    }

    private String pathOf(String referer) {
        try {
            URI page = referer == null ? null : new URI(referer);
            if (page == null || !request.getServerName().equals(page.getHost())) {
                return null;
            }
            return page.getRawQuery() == null ? page.getRawPath() : page.getRawPath() + "?" + page.getRawQuery();
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
