package callward.openid;

import callward.access.Account;
import callward.access.SignIn;
import callward.access.SignedIn;
import callward.settings.PublicUrl;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends somebody to the provider and takes him back: authorization code, PKCE, state and nonce. */
@ApplicationScoped
public class OpenIdSignIn {

    static final String PATH = "/sign-in/oidc";
    static final String BACK = PATH + "/callback";
    private static final String PENDING = "callward.openid.pending";
    /** Several tabs may set out at once. */
    private static final int MOST_PENDING = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ProviderDoor door;
    @Inject
    OpenIdAccounts accounts;
    @Inject
    SignIn signIn;
    @Inject
    SignedIn signedIn;
    @Inject
    PublicUrl publicUrl;
    @Inject
    Settings settings;
    @Inject
    Clock clock;

    /**
     * Where to send the browser.
     *
     * @param from path to come back to
     * @param link user name of the account to be linked, null to sign in
     */
    URI begin(HttpSession session, String from, String link) {
        Provider provider = door.provider();
        Pending pending = new Pending(random(), random(), random(), from, link, clock.instant());
        keep(session, pending);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.text(Setting.OIDC_CLIENT_ID));
        query.put("redirect_uri", publicUrl.at(BACK).toString());
        query.put("scope", "openid profile email");
        query.put("state", pending.state());
        query.put("nonce", pending.nonce());
        query.put("code_challenge", challenge(pending.verifier()));
        query.put("code_challenge_method", "S256");
        String text = query.entrySet().stream().map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(provider.authorization() + (provider.authorization().getRawQuery() == null ? "?" : "&") + text);
    }

    /** Takes back whoever returns, signed in or linked; where to send him then. */
    String finish(HttpServletRequest request, HttpServletResponse response) {
        Pending pending = take(request.getSession(false), request.getParameter("state")).orElseThrow(() -> OpenIdProblem.STATE.because("no such state"));
        String code = request.getParameter("code");
        if (code == null || code.isEmpty()) {
            throw OpenIdProblem.REFUSED.because("error=" + request.getParameter("error"));
        }
        Identity identity = identity(pending, code);
        if (pending.link() != null) {
            if (!pending.link().equals(signedIn.getUsername())) {
                throw OpenIdProblem.STATE.because("whoever set out to link is signed out"); // his session was ended meanwhile: it links nothing any more
            }
            accounts.link(pending.link(), identity);
        } else {
            Account account = accounts.of(identity);
            signIn.letIn(account, "openid", request, response);
        }
        return pending.from();
    }

    Identity identity(Pending pending, String code) {
        Provider provider = door.provider();
        String token = door.idToken(provider, code, pending.verifier(), publicUrl.at(BACK));
        if (!IdTokens.knowsKey(token, provider.keys())) {
            provider = door.withFreshKeys();
        }
        return IdTokens.verified(token, provider, settings.text(Setting.OIDC_CLIENT_ID), pending.nonce(), settings.text(Setting.OIDC_ROLE_CLAIM), clock.instant());
    }

    private static void keep(HttpSession session, Pending pending) {
        synchronized (OpenIdSignIn.class) {
            List<Pending> all = new ArrayList<>(pending(session));
            all.add(pending);
            session.setAttribute(PENDING, new ArrayList<>(all.subList(Math.max(0, all.size() - MOST_PENDING), all.size())));
        }
    }

    /** Once: who comes back with the same state a second time is not known any more. */
    private Optional<Pending> take(HttpSession session, String state) {
        if (session == null || state == null) {
            return Optional.empty();
        }
        synchronized (OpenIdSignIn.class) {
            List<Pending> all = pending(session);
            session.setAttribute(PENDING, new ArrayList<>(all.stream().filter(one -> !one.state().equals(state)).toList()));
            return all.stream().filter(one -> one.state().equals(state) && !one.isOver(clock.instant())).findFirst();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Pending> pending(HttpSession session) {
        return session.getAttribute(PENDING) instanceof List<?> kept ? (List<Pending>) kept : List.of();
    }

    private static String random() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
