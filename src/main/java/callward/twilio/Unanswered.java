package callward.twilio;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** The carrier gave no answer that settles anything. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean arrived;

    /** @param arrived whether the carrier may have read the request */
    Unanswered(String message, boolean arrived, Throwable cause) {
        super(message, cause);
        this.arrived = arrived;
    }

    static Unanswered because(IOException e) {
        boolean neverSent = e instanceof ConnectException || e instanceof ConnectTimeoutException || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException || e instanceof SSLHandshakeException;
        return new Unanswered(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()), !neverSent, e);
    }

    boolean arrived() {
        return arrived;
    }
}
