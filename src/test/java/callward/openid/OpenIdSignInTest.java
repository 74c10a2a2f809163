package callward.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.SignedIn;
import callward.house.GivenSettings;
import callward.settings.PublicUrl;
import callward.settings.Setting;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a provider that signs: what is believed, and what is not. */

class OpenIdSignInTest {

    private final MockProvider provider = new MockProvider();
    private final GivenSettings settings = new GivenSettings().with(Setting.OIDC_ISSUER, provider.issuer()).with(Setting.OIDC_CLIENT_ID, MockProvider.CLIENT)
            .with(Setting.OIDC_CLIENT_SECRET, MockProvider.SECRET).with(Setting.PUBLIC_URL, "https://desk.example.com");
    private final OpenIdSignIn signIn = new OpenIdSignIn();
    private final HttpSession session = session();
    private Instant now = Instant.now();

    @BeforeEach
    void wire() {
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        signIn.settings = settings;
        signIn.clock = clock;
        signIn.publicUrl = new PublicUrl() {
            @Override
            public URI at(String path) {
                return URI.create("https://desk.example.com" + path);
            }
        };
        signIn.door = new ProviderDoor();
        signIn.door.settings = settings;
        signIn.door.clock = clock;
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void whoever_signs_in_there_is_known_by_issuer_and_subject() {
        provider.saying(claims -> claims.claim("groups", List.of("desk", "admins")));
        Identity ann = comesBack();
        assertEquals(new Identity(provider.issuer(), "sub-ann", "ann.elsewhere", "Ann Elsewhere", "ann@elsewhere.example", true, Set.of("desk", "admins")), ann);
    }

    @Test
    void the_provider_learns_neither_verifier_nor_secret_from_the_browser() {
        URI asked = signIn.begin(session, "/calls/", null);
        assertTrue(asked.toString().startsWith(provider.issuer() + "/authorize?response_type=code&client_id=callward&redirect_uri=https%3A%2F%2Fdesk.example.com%2Fsign-in%2Foidc%2Fcallback"));
        assertTrue(asked.getQuery().contains("code_challenge_method=S256"));
        assertFalse(asked.toString().contains(pending().verifier()));
        assertFalse(asked.toString().contains("s3cret"));
    }

    @Test
    void groups_may_stand_deeper() {
        settings.with(Setting.OIDC_ROLE_CLAIM, "realm_access.roles");
        provider.saying(claims -> claims.claim("realm_access", Map.of("roles", List.of("boss"))));
        assertEquals(Set.of("boss"), comesBack().groups());
    }

    @Test
    void a_token_for_somebody_else_somewhere_else_or_some_other_time_is_not_believed() {
        refused(claims -> claims.claim("nonce", "another"));
        refused(claims -> claims.claim("nonce", null));
        refused(claims -> claims.audience("another-client"));
        refused(claims -> claims.audience(List.of("callward", "another-client")));
        refused(claims -> claims.audience(List.of("callward", "another-client")).claim("azp", "another-client"));
        refused(claims -> claims.issuer("https://evil.example"));
        refused(claims -> claims.issuer(null));
        refused(claims -> claims.expirationTime(Date.from(now.minusSeconds(61))));
        refused(claims -> claims.expirationTime(null));
        refused(claims -> claims.issueTime(Date.from(now.plusSeconds(120))));
        refused(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(120))));
        refused(claims -> claims.subject(null));
        refused(claims -> claims.subject("x".repeat(256)));
    }

    @Test
    void clocks_may_differ_by_a_minute() {
        provider.saying(claims -> claims.expirationTime(Date.from(now.minusSeconds(50))).issueTime(Date.from(now.plusSeconds(50))));
        assertEquals("sub-ann", comesBack().subject());
    }

    @Test
    void a_token_that_nobody_signed_is_not_believed() {
        sends(token -> new PlainJWT(set(token)).serialize());
        sends(token -> token.substring(0, token.lastIndexOf('.') + 1));
        sends(token -> Base64URL.encode("{\"alg\":\"none\"}") + token.substring(token.indexOf('.')));
        sends(token -> "nonsense");
    }

    @Test
    void a_token_that_somebody_else_signed_or_that_was_changed_is_not_believed() {
        try (MockProvider other = new MockProvider()) {
            sends(token -> other.signed(set(token)));
        }
        sends(token -> {
            String[] part = token.split("\\.");
            String changed = new Base64URL(part[1]).decodeToString().replace("sub-ann", "sub-eve");
            return part[0] + "." + Base64URL.encode(changed) + "." + part[2];
        });
    }

    /** The old trick: the public key, which everybody has, taken as the secret of a symmetric signature. */
    @Test
    void a_public_key_is_nobodys_secret() {
        sends(token -> {
            try {
                SignedJWT forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(provider.key().getKeyID()).build(), set(token));
                forged.sign(new MACSigner(provider.key().toRSAPublicKey().getEncoded()));
                return forged.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void a_code_is_redeemed_once_and_only_with_its_verifier() {
        URI back = provider.signIn(signIn.begin(session, "/", null));
        String code = back.getQuery().replaceAll("code=([^&]*).*", "$1");
        Pending pending = pending();
        signIn.identity(pending, code);
        assertEquals(OpenIdProblem.REFUSED, met(() -> signIn.identity(pending, code)));

        String stolen = provider.signIn(signIn.begin(session, "/", null)).getQuery().replaceAll("code=([^&]*).*", "$1");
        assertEquals(OpenIdProblem.REFUSED, met(() -> signIn.identity(new Pending("s", "n", "another verifier", "/", null, now), stolen)));
    }

    @Test
    void a_provider_may_change_its_key_and_a_forger_does_not_make_us_ask_for_it_again_and_again() {
        comesBack();
        provider.changesItsKey();
        assertEquals(OpenIdProblem.TOKEN, met(this::comesBack));
        now = now.plusSeconds(61);
        assertEquals("sub-ann", comesBack().subject());
    }

    @Test
    void a_provider_that_calls_itself_otherwise_or_speaks_without_tls_is_none() {
        settings.with(Setting.OIDC_ISSUER, provider.issuer().replace("127.0.0.1", "localhost"));
        assertEquals(OpenIdProblem.UNREACHABLE, met(() -> signIn.door.provider()));
        settings.with(Setting.OIDC_ISSUER, "http://idp.example.com");
        assertEquals(OpenIdProblem.UNREACHABLE, met(() -> signIn.door.provider()));
        settings.with(Setting.OIDC_ISSUER, "http://127.0.0.1:1");
        assertEquals(OpenIdProblem.UNREACHABLE, met(() -> signIn.door.provider()));
    }

    /** Whoever stole a session sets out to link an identity of his own; its owner ends it meanwhile. */
    @Test
    void a_session_that_was_ended_meanwhile_links_nothing() {
        URI back = provider.signIn(signIn.begin(session, "/account/", "ann"));
        signIn.signedIn = new SignedIn() {
            @Override
            public String getUsername() {
                return "";
            }
        };
        signIn.accounts = new OpenIdAccounts() {
            @Override
            void link(String username, Identity identity) {
                throw new AssertionError("linked");
            }
        };
        Map<String, String> query = new HashMap<>();
        for (String part : back.getRawQuery().split("&")) {
            query.put(part.replaceAll("=.*", ""), URLDecoder.decode(part.replaceAll("^[^=]*=", ""), StandardCharsets.UTF_8));
        }
        HttpServletRequest request = (HttpServletRequest) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "getSession" -> session;
                    case "getParameter" -> query.get(values[0]);
                    default -> throw new AssertionError(method);
                });
        assertEquals(OpenIdProblem.STATE, met(() -> signIn.finish(request, null)));
    }

    @Test
    void a_name_from_elsewhere_becomes_a_user_name() {
        assertEquals("ann.smith@corp.example", OpenIdAccounts.word("Ann.Smith@Corp.example"));
        assertEquals("jos--mar-a", OpenIdAccounts.word("José María"));
        assertEquals("script", OpenIdAccounts.word("<script").replaceAll("^-", ""));
        assertEquals(64, OpenIdAccounts.word("a".repeat(300)).length());
    }

    private Identity comesBack() {
        URI back = provider.signIn(signIn.begin(session, "/", null));
        return signIn.identity(pending(), back.getQuery().replaceAll("code=([^&]*).*", "$1"));
    }

    private void refused(UnaryOperator<JWTClaimsSet.Builder> change) {
        provider.saying(change);
        assertEquals(OpenIdProblem.TOKEN, met(this::comesBack));
    }

    private void sends(UnaryOperator<String> change) {
        provider.sending(change);
        assertEquals(OpenIdProblem.TOKEN, met(this::comesBack));
    }

    private static OpenIdProblem met(org.junit.jupiter.api.function.Executable what) {
        return assertThrows(OpenIdProblem.Met.class, what).problem();
    }

    private static JWTClaimsSet set(String token) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private Pending pending() {
        return ((List<Pending>) session.getAttribute("callward.openid.pending")).getLast();
    }

    private static HttpSession session() {
        Map<Object, Object> attributes = new HashMap<>();
        return (HttpSession) Proxy.newProxyInstance(HttpSession.class.getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, values) -> switch (method.getName()) {
            case "getAttribute" -> attributes.get(values[0]);
            case "setAttribute" -> attributes.put(values[0], values[1]);
            default -> throw new AssertionError(method);
        });
    }
}
