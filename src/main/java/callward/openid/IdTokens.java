package callward.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Believes an ID token only when the provider signed it, for us, for this very sign-in, a moment ago (OpenID Connect Core 3.1.3.7). */
final class IdTokens {

    static final Duration SKEW = Duration.ofSeconds(60);
    /** Never "none", and none that a public key could be taken for the secret of. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
            JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final int LONGEST_SUBJECT = 255;

    private IdTokens() { }

    /** Whether the provider's keys, as we know them, hold one that the token may be signed with. */
    static boolean knowsKey(String token, JWKSet keys) {
        return !candidates(parsed(token), keys).isEmpty();
    }

    /** @param groupClaim where the groups stand, dots lead into nested objects */
    static Identity verified(String token, Provider provider, String client, String nonce, String groupClaim, Instant now) {
        SignedJWT jwt = parsed(token);
        if (candidates(jwt, provider.keys()).stream().noneMatch(key -> signed(jwt, key))) {
            throw OpenIdProblem.TOKEN.because("not signed by the provider");
        }
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            check(claims, provider.issuer(), client, nonce, now);
            return identity(claims, groupClaim);
        } catch (ParseException e) {
            throw OpenIdProblem.TOKEN.because(e);
        }
    }

    private static void check(JWTClaimsSet claims, String issuer, String client, String nonce, Instant now) throws ParseException {
        must(issuer.equals(claims.getIssuer()), "another issuer");
        must(claims.getAudience().contains(client), "for another client");
        String party = claims.getStringClaim("azp");
        must(party == null ? claims.getAudience().size() == 1 : party.equals(client), "meant for another client");
        must(nonce.equals(claims.getStringClaim("nonce")), "another sign-in's nonce");
        must(claims.getExpirationTime() != null && now.isBefore(claims.getExpirationTime().toInstant().plus(SKEW)), "expired");
        must(claims.getIssueTime() != null && isPast(claims.getIssueTime(), now), "not issued yet");
        must(claims.getNotBeforeTime() == null || isPast(claims.getNotBeforeTime(), now), "not valid yet");
        String subject = claims.getSubject();
        must(subject != null && !subject.isBlank() && subject.length() <= LONGEST_SUBJECT, "no subject");
    }

    private static boolean isPast(Date time, Instant now) {
        return !time.toInstant().isAfter(now.plus(SKEW));
    }

    private static Identity identity(JWTClaimsSet claims, String groupClaim) throws ParseException {
        // some providers send "true"
        boolean verified = "true".equals(String.valueOf(claims.getClaim("email_verified")));
        return new Identity(claims.getIssuer(), claims.getSubject(), text(claims, "preferred_username"), text(claims, "name"), text(claims, "email"), verified,
                groups(claims.toJSONObject(), groupClaim));
    }

    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static Set<String> groups(Map<String, Object> claims, String path) {
        Object found = claims.get(path);
        if (found == null) {
            found = claims;
            for (String part : path.split("\\.")) {
                found = found instanceof Map<?, ?> within ? within.get(part) : null;
            }
        }
        Set<String> groups = new LinkedHashSet<>();
        if (found instanceof Collection<?> many) {
            many.forEach(one -> groups.add(String.valueOf(one)));
        } else if (found instanceof String one) {
            groups.add(one);
        }
        return groups;
    }

    private static SignedJWT parsed(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token); // a plain one does not parse
            must(SIGNATURES.contains(jwt.getHeader().getAlgorithm()), "signed by " + jwt.getHeader().getAlgorithm());
            return jwt;
        } catch (ParseException e) {
            throw OpenIdProblem.TOKEN.because(e);
        }
    }

    /** Keys are taken from what we fetched, never from the token's own header. */
    private static List<JWK> candidates(SignedJWT jwt, JWKSet keys) {
        return new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader())).select(keys);
    }

    private static boolean signed(SignedJWT jwt, JWK key) {
        try {
            if (!(key instanceof AsymmetricJWK pair)) {
                return false;
            }
            JWSVerifier verifier = new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), pair.toPublicKey());
            return jwt.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw OpenIdProblem.TOKEN.because(otherwise);
        }
    }
}
