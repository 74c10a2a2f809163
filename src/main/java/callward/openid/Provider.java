package callward.openid;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;

/**
 * A provider as its discovery document has it.
 *
 * @param basic whether it takes our secret by HTTP Basic; else it wants it in the form
 * @param keys  which it signs with
 */
record Provider(String issuer, URI authorization, URI token, URI jwks, boolean basic, JWKSet keys) {

    Provider with(JWKSet fresh) {
        return new Provider(issuer, authorization, token, jwks, basic, fresh);
    }
}
