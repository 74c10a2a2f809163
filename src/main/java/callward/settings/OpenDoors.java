package callward.settings;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Whoever comes in shows that the doors are open. */
@WebFilter(filterName = "OpenDoors", urlPatterns = "/*", asyncSupported = true)
public class OpenDoors extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    transient ServerLife life;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        life.isAsked();
        chain.doFilter(request, response);
    }
}
