package callward.access;

import callward.settings.LogText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/** Lets somebody in by user name and password, slowly enough that guessing does not pay. */
@ApplicationScoped
public class SignIn {

    /** What came of a try. */
    public enum Outcome { SIGNED_IN, WRONG, TOO_MANY_TRIES }

    private static final Logger LOG = System.getLogger(SignIn.class.getName());

    @Inject
    SignInTries tries;
    @Inject
    IdentityStoreHandler stores;
    @Inject
    SecurityContext container;
    @Inject
    Accounts accounts;
    @Inject
    OpenSessions sessions;
    @Inject
    SignInNotes notes;

    public Outcome attempt(String typedName, String password, HttpServletRequest request, HttpServletResponse response) {
        Outcome outcome = outcome(Username.of(typedName), password, request, response);
        // never what was typed as the name of somebody we do not know: it may be a password
        LOG.log(outcome == Outcome.SIGNED_IN ? Level.INFO : Level.WARNING, "sign-in user={0} address={1} outcome={2}",
                accounts.find(typedName).map(Account::getUsername).orElse("-"), LogText.of(request.getRemoteAddr()), outcome);
        return outcome;
    }

    /** Lets in whoever has proven in another way who he is. */
    public void letIn(Account account, String how, HttpServletRequest request, HttpServletResponse response) {
        enter(new CredentialValidationResult(account.getUsername(), Set.of(account.getRole().name())), request, response);
        sessions.begin(account, request);
        notes.signedIn(account, how, request);
    }

    /** Somebody came back from elsewhere and is not let in. */
    public void refusedElsewhere(String reason, HttpServletRequest request) {
        notes.refusedElsewhere(reason, request.getRemoteAddr());
    }

    public void out(HttpServletRequest request) throws ServletException {
        notes.signedOut();
        request.logout();
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
    }

    private Outcome outcome(String username, String password, HttpServletRequest request, HttpServletResponse response) {
        if (!Username.fits(username) || password == null || password.isEmpty()) {
            return Outcome.WRONG; // nobody is called that: nothing to guess, nothing to count
        }
        String address = request.getRemoteAddr();
        if (!tries.mayTry(username, address)) {
            notes.tooMany(username, address);
            return Outcome.TOO_MANY_TRIES;
        }
        CredentialValidationResult result = stores.validate(new UsernamePasswordCredential(username, password));
        if (result.getStatus() != Status.VALID) {
            notes.wrong(username, address);
            return Outcome.WRONG;
        }
        tries.succeeded(username, address);
        letIn(accounts.find(result.getCallerPrincipal().getName()).orElseThrow(), "password", request, response);
        return Outcome.SIGNED_IN;
    }

    /** A session id that somebody planted in the browser before is worth nothing afterwards. */
    private void enter(CredentialValidationResult result, HttpServletRequest request, HttpServletResponse response) {
        leaveWhoeverWasIn(request);
        request.getSession(true);
        request.changeSessionId();
        AuthenticationStatus status = container.authenticate(request, response,
                AuthenticationParameters.withParams().credential(new Proven(result)).newAuthentication(true));
        if (status != AuthenticationStatus.SUCCESS) {
            throw new IllegalStateException("the container refused a proven account: " + status);
        }
    }

    private static void leaveWhoeverWasIn(HttpServletRequest request) {
        if (request.getUserPrincipal() != null) {
            try {
                request.logout();
            } catch (ServletException e) {
                throw new IllegalStateException("cannot sign the previous account out", e);
            }
        }
        if (OpenSessions.keyOf(request.getSession(false)) != null) {
            request.getSession(false).invalidate(); // what he looked at is none of the next one's business
        }
    }
}
