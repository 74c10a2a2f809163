package callward.api;

import callward.access.ApiTokens;
import callward.access.SignedIn;
import callward.access.TokenHolder;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call what. A program shows a token; a page of ours its session, and then must prove by a header that no other site
 * can send that the request is its own. A method that names no {@link Allowed} role is shut to everybody.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class Gate implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String SCHEME = "bearer ";

    @Inject
    SignedIn signedIn;
    @Inject
    ApiTokens tokens;
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isForEverybody()) {
            return;
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            signedIn.byToken(holder(authorization).orElseThrow(() -> Refusal.signIn("The token is not known here.")));
        } else if (!signedIn.isAnybody()) {
            throw Refusal.signIn("Send the header Authorization: Bearer, followed by a token.");
        } else if (!SAFE.contains(request.getMethod()) && !isFromOurPages(request)) {
            throw Refusal.forbidden("A page that changes something must send the header X-Callward: 1.");
        }
        if (!allowed().filter(signedIn::may).isPresent()) {
            throw Refusal.forbidden("Your role does not allow this.");
        }
    }

    private Optional<TokenHolder> holder(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.holder(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** Another site's script cannot set the first without our consent, and no script can set the second. */
    private static boolean isFromOurPages(ContainerRequestContext request) {
        return request.getHeaderString("X-Callward") != null || "same-origin".equals(request.getHeaderString("Sec-Fetch-Site"));
    }

    private boolean isForEverybody() {
        Method method = resource.getResourceMethod();
        return method != null && method.isAnnotationPresent(PermitAll.class);
    }

    private Optional<callward.access.Role> allowed() {
        Method method = resource.getResourceMethod();
        return method == null ? Optional.empty() : Allowed.Needs.of(resource.getResourceClass(), method);
    }
}
