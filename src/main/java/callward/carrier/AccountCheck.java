package callward.carrier;

import callward.carrier.Carrier.AccountState;
import java.util.Optional;

/** Asks the carrier about an account before we rely on it. Errors as {@link Carrier}. */
public interface AccountCheck {

    /** The account as the carrier knows it, and whether its keys let us work. */
    AccountState check(Credentials credentials);

    /** Those that are set now, or the built-in simulator's. */
    Credentials current();

    /**
     * What somebody shows the carrier.
     *
     * @param apiUrl    base URL of its REST API, nothing for Twilio's own
     * @param authToken also what signs its requests
     * @param apiKey    used for REST instead of the token, with its secret
     */
    record Credentials(Optional<String> apiUrl, String sid, String authToken, Optional<String> apiKey, Optional<String> apiSecret) {

        @Override
        public String toString() {
            return "Credentials[" + sid + "]";
        }
    }
}
