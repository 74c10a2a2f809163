package callward.twilio;

import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import callward.settings.PublicUrl;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;

/** Lets in only what the carrier signed, and hands its form to the doors. Reads the raw request, so nobody may read it before. */
@WebFilter(filterName = "SignatureFilter", urlPatterns = "/twilio/*", asyncSupported = true)
public class SignatureFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Logger LOG = System.getLogger(SignatureFilter.class.getName());
    private static final int MOST_BYTES = 64 * 1024;
    private static final String FORM = TwilioForm.class.getName();

    @Inject
    transient PublicUrl publicUrl;
    @Inject
    transient CarrierAccounts accounts;
    @Inject
    transient Refusals refusals;

    /** What the filter found in a request that it let in. */
    static TwilioForm form(HttpServletRequest request) {
        return (TwilioForm) Objects.requireNonNull(request.getAttribute(FORM), "nobody has checked this request");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("POST")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        int refused = check(request, signed(request, body));
        if (refused == 0) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(refused);
        }
    }

    /** @return the status to refuse it with, or 0 */
    private int check(HttpServletRequest request, SignedRequest signed) {
        try {
            TwilioForm form = new TwilioForm(signed.fields());
            // each account's token speaks for that account alone: the simulator's says nothing of the company's calls
            Optional<CarrierAccount> account = accounts.heeded(form.account());
            boolean isSigned = SignatureCheck.holds(signed, publicUrl.origin(), account.orElseGet(accounts::current).authTokens());
            if (isSigned && account.isPresent()) {
                request.setAttribute(FORM, account.get().simulated() ? form.simulated() : form);
                return 0;
            }
            refusals.add(publicUrl.origin() + signed.target(), isSigned ? "account" : "signature");
            return HttpServletResponse.SC_FORBIDDEN;
        } catch (RuntimeException unknowable) {
            LOG.log(Level.ERROR, "signature cannot be checked", unknowable);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
    }

    private static SignedRequest signed(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        return new SignedRequest(request.getMethod(), query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query,
                Objects.requireNonNullElse(request.getContentType(), ""), body,
                Objects.requireNonNullElse(request.getHeader("X-Twilio-Signature"), ""));
    }
}
