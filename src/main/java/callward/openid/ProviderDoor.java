package callward.openid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Speaks with the configured provider: what it says of itself and its keys are kept for an hour, nothing is waited for long. */
@ApplicationScoped
public class ProviderDoor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration KEYS_AT_MOST_EVERY = Duration.ofMinutes(1);
    private static final int LARGEST = 500_000;
    private static final Set<String> OURSELVES = Set.of("localhost", "127.0.0.1", "[::1]");

    private record Known(Provider provider, Instant until, Instant keysAt) { }

    @Inject
    Settings settings;
    @Inject
    Clock clock;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(4)).followRedirects(HttpClient.Redirect.NEVER).build();
    private volatile Known known;

    boolean isConfigured() {
        return settings.get(Setting.OIDC_ISSUER).isPresent() && settings.get(Setting.OIDC_CLIENT_ID).isPresent();
    }

    Provider provider() {
        String issuer = settings.get(Setting.OIDC_ISSUER).orElseThrow(() -> OpenIdProblem.UNREACHABLE.because("CALLWARD_OIDC_ISSUER is not set"));
        Known kept = known;
        if (kept == null || !same(kept.provider.issuer(), issuer) || clock.instant().isAfter(kept.until)) {
            kept = new Known(discovered(issuer), clock.instant().plus(FRESH), clock.instant());
            known = kept;
        }
        return kept.provider;
    }

    /** For a token signed with a key that was not there when we looked: providers change them. Not asked again and again for a forged one. */
    Provider withFreshKeys() {
        provider();
        Known kept = known;
        if (clock.instant().isAfter(kept.keysAt.plus(KEYS_AT_MOST_EVERY))) {
            kept = new Known(kept.provider.with(keys(kept.provider.jwks())), kept.until, clock.instant());
            known = kept;
        }
        return kept.provider;
    }

    /** Redeems the code for the provider's signed word on who came. */
    String idToken(Provider provider, String code, String verifier, URI redirect) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect.toString());
        form.put("code_verifier", verifier);
        String client = settings.text(Setting.OIDC_CLIENT_ID);
        String secret = settings.get(Setting.OIDC_CLIENT_SECRET).orElse(null);
        HttpRequest.Builder request = request(provider.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (secret != null && provider.basic()) {
            String pair = encoded(client) + ":" + encoded(secret); // RFC 6749 2.3.1
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", client);
            if (secret != null) {
                form.put("client_secret", secret);
            }
        }
        String body = form.entrySet().stream().map(part -> encoded(part.getKey()) + "=" + encoded(part.getValue())).collect(Collectors.joining("&"));
        JsonNode answer = answer(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), OpenIdProblem.REFUSED);
        String token = answer.path("id_token").asText("");
        if (token.isEmpty()) {
            throw OpenIdProblem.REFUSED.because("no id_token in the answer");
        }
        return token;
    }

    private Provider discovered(String issuer) {
        URI document = URI.create(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
        JsonNode said = answer(request(document).GET().build(), OpenIdProblem.UNREACHABLE);
        if (!same(said.path("issuer").asText(), issuer)) {
            throw OpenIdProblem.UNREACHABLE.because("it calls itself " + said.path("issuer").asText());
        }
        JsonNode ways = said.path("token_endpoint_auth_methods_supported");
        boolean basic = !ways.isArray() || JSON.convertValue(ways, Set.class).contains("client_secret_basic");
        URI jwks = place(said, "jwks_uri");
        return new Provider(said.path("issuer").asText(), place(said, "authorization_endpoint"), place(said, "token_endpoint"), jwks, basic, keys(jwks));
    }

    private JWKSet keys(URI place) {
        try {
            return JWKSet.parse(answer(request(place).GET().build(), OpenIdProblem.UNREACHABLE).toString());
        } catch (ParseException e) {
            throw OpenIdProblem.UNREACHABLE.because(e);
        }
    }

    private static URI place(JsonNode said, String name) {
        try {
            return URI.create(said.path(name).asText());
        } catch (IllegalArgumentException e) {
            throw OpenIdProblem.UNREACHABLE.because(name + " is no address");
        }
    }

    /** Without TLS only on this very machine: else anybody on the way could vouch. */
    private static HttpRequest.Builder request(URI place) {
        boolean safe = "https".equals(place.getScheme()) || "http".equals(place.getScheme()) && OURSELVES.contains(place.getHost());
        if (!safe) {
            throw OpenIdProblem.UNREACHABLE.because("not https: " + place);
        }
        return HttpRequest.newBuilder(place).timeout(Duration.ofSeconds(6)).header("Accept", "application/json");
    }

    private JsonNode answer(HttpRequest request, OpenIdProblem otherwise) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(LARGEST);
                if (response.statusCode() != 200) {
                    throw (response.statusCode() >= 500 ? OpenIdProblem.UNREACHABLE : otherwise).because("status " + response.statusCode());
                }
                return JSON.readTree(bytes);
            }
        } catch (IOException e) {
            throw OpenIdProblem.UNREACHABLE.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw OpenIdProblem.UNREACHABLE.because(e);
        }
    }

    /** A slash at the end is a matter of taste to those who write it into a setting. */
    private static boolean same(String one, String other) {
        return one.replaceAll("/+$", "").equals(other.replaceAll("/+$", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
