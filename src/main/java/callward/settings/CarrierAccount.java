package callward.settings;

import java.util.List;
import java.util.Optional;

/**
 * The account at the carrier.
 *
 * @param apiUrl     base URL of its REST API, nothing for Twilio's own
 * @param authTokens what signs its requests: the current token, then the next one during a rotation
 * @param user       for REST: an API key, or the account SID
 * @param simulated  our built-in simulator's account
 */
public record CarrierAccount(Optional<String> apiUrl, String sid, List<String> authTokens, String user, String password, boolean simulated) {

    public CarrierAccount {
        authTokens = List.copyOf(authTokens);
    }

    @Override
    public String toString() {
        return "CarrierAccount[" + sid + (simulated ? ", simulated]" : "]");
    }
}
