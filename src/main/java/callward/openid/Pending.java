package callward.openid;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody on his way to the provider and back. It lies in the session of the browser that set out: no other one can come back with its state.
 *
 * @param state    said to the provider and back
 * @param nonce    comes back inside the signed token
 * @param verifier never leaves us before the code is redeemed (PKCE)
 * @param link     user name of the account to be linked, null when he wants to sign in
 */
record Pending(String state, String nonce, String verifier, String from, String link, Instant at) implements Serializable {

    static final Duration LIFE = Duration.ofMinutes(10);

    boolean isOver(Instant now) {
        return now.isAfter(at.plus(LIFE));
    }
}
