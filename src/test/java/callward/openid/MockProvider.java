package callward.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A strict OpenID provider on this machine: checks client, secret, redirect address and PKCE, redeems a code once, and signs real tokens. */
public final class MockProvider implements AutoCloseable {

    public static final String CLIENT = "callward";
    public static final String SECRET = "s3cret & more";

    private record Code(String nonce, String challenge, String redirect) { }

    private final HttpServer server;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private volatile RSAKey key = key("one");
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = claims -> claims;
    private volatile UnaryOperator<String> token = token -> token;

    public MockProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys"}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What the next tokens say beside, or instead of, the usual. */
    public MockProvider saying(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
        return this;
    }

    /** What becomes of the signed token on its way. */
    public MockProvider sending(UnaryOperator<String> change) {
        token = change;
        return this;
    }

    public void changesItsKey() {
        key = key(UUID.randomUUID().toString());
    }

    /** Somebody signs in there: the address his browser is sent back to. */
    public URI signIn(URI asked) {
        Map<String, String> query = form(asked.getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, new Code(query.get("nonce"), query.get("code_challenge"), query.get("redirect_uri")));
        return URI.create(query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    String signed(JWTClaimsSet set) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), set);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    RSAKey key() {
        return key;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Location", signIn(exchange.getRequestURI()).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = exchange.getRequestHeaders().getFirst("Authorization");
        Code code = form.get("code") == null ? null : codes.remove(form.get("code"));
        boolean right = code != null && isClient(basic) && "authorization_code".equals(form.get("grant_type"))
                && code.redirect.equals(form.get("redirect_uri")) && code.challenge.equals(OpenIdSignIn.challenge(form.getOrDefault("code_verifier", "")));
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        JWTClaimsSet set = claims.apply(new JWTClaimsSet.Builder().issuer(issuer()).subject("sub-ann").audience(CLIENT).claim("nonce", code.nonce)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300))).claim("preferred_username", "ann.elsewhere")
                .claim("name", "Ann Elsewhere").claim("email", "ann@elsewhere.example").claim("email_verified", true)).build();
        answer(exchange, 200, "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + token.apply(signed(set)) + "\"}");
    }

    private static boolean isClient(String basic) {
        if (basic == null || !basic.startsWith("Basic ")) {
            return false;
        }
        String[] pair = new String(Base64.getDecoder().decode(basic.substring(6)), StandardCharsets.UTF_8).split(":");
        return pair.length == 2 && decoded(pair[0]).equals(CLIENT) && decoded(pair[1]).equals(SECRET);
    }

    private static Map<String, String> form(String text) {
        return text == null ? new HashMap<>() : Arrays.stream(text.split("&")).map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> decoded(part[0]), part -> part.length == 1 ? "" : decoded(part[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
