package callward.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.ApiTokens;
import callward.access.AuditFilter;
import callward.access.AuditLog;
import callward.access.Inside;
import callward.access.Role;
import callward.access.Surfer;
import callward.api.Json;
import callward.house.BuiltWar;
import callward.house.Covers;
import callward.openid.MockProvider;
import callward.settings.PublicUrl;
import callward.settings.Setting;
import callward.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: accounts, sessions, tokens, and signing in elsewhere. */
@ExtendWith(ArquillianExtension.class)
class PeopleIT {

    private static String admin;

    private final String mark = "it" + UUID.randomUUID().toString().substring(0, 8);
    private String origin;
    private Surfer surfer;

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(PeopleIT.class, Surfer.class, Inside.class, Covers.class).addClasses(MockProvider.class)
                .addClasses(MockProvider.class.getDeclaredClasses())
                .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: jdk.httpserver\n")); // WildFly shows it to nobody who does not ask
    }

    @BeforeEach
    void an_administrator_has_a_token() throws Exception {
        origin = Inside.bean(PublicUrl.class).local();
        surfer = new Surfer(origin);
        if (admin == null) {
            admin = Inside.bean(ApiTokens.class).make("it-people", Role.ADMIN).secret();
        }
    }

    @AfterEach
    void nobody_signs_in_elsewhere() throws Exception {
        Settings settings = Inside.bean(Settings.class);
        Arrays.stream(Setting.values()).filter(setting -> setting.name().startsWith("OIDC_")).forEach(setting -> settings.save(setting, null));
    }

    @Test
    void a_colleague_is_made_invited_and_chooses_his_password_once() throws Exception {
        JsonNode made = call("POST", "/accounts", "{\"username\":\"" + mark + "\",\"name\":\"Kim\",\"role\":\"AGENT\",\"phone\":\"+15550100777\"}", 201);
        assertEquals("INVITED", made.at("/account/state").asText());
        assertEquals("+15550100777", made.at("/account/phone").asText());
        String path = made.get("link").asText().replaceAll("^https?://[^/]+", "");

        assertEquals(200, choose(path, "password1234").statusCode());
        assertEquals(302, choose(path, "a small green door").statusCode());
        assertEquals(200, surfer.get("/desk/").statusCode());
        assertTrue(new Surfer(origin).get(path).body().contains("/sign-in"));
        assertFalse(new Surfer(origin).get(path).body().contains("welcome:password"));
        assertEquals("ACTIVE", call("GET", "/accounts/" + mark, null, 200).get("state").asText());
    }

    @Test
    void what_will_not_do_is_named_and_the_last_administrator_stays() throws Exception {
        String body = "{\"username\":\"%s\",\"name\":\"%s\",\"email\":%s,\"role\":\"AGENT\",\"phone\":%s}";
        assertEquals("username", call("POST", "/accounts", body.formatted("Not So!", "x", "null", "null"), 400).at("/errors/0/field").asText());
        assertEquals("email", call("POST", "/accounts", body.formatted(mark, "x", "\"nobody\"", "null"), 400).at("/errors/0/field").asText());
        assertEquals("phone", call("POST", "/accounts", body.formatted(mark, "x", "null", "\"12\""), 400).at("/errors/0/field").asText());
        call("GET", "/accounts/" + mark, null, 404);

        Account boss = Inside.account(mark + "-boss", Role.ADMIN);
        Accounts accounts = Inside.bean(Accounts.class);
        for (Account other : accounts.all()) {
            if (other.getRole() == Role.ADMIN && !other.getId().equals(boss.getId())) {
                call("DELETE", "/accounts/" + other.getUsername(), null, 204);
            }
        }
        call("PUT", "/accounts/" + boss.getUsername(), "{\"name\":\"B\",\"role\":\"AGENT\"}", 409);
        call("PUT", "/accounts/" + boss.getUsername(), "{\"name\":\"B\",\"role\":\"ADMIN\",\"active\":false}", 409);
        call("DELETE", "/accounts/" + boss.getUsername(), null, 409);
    }

    @Test
    void a_session_that_is_ended_is_over_at_the_next_request_and_others_go_on() throws Exception {
        Inside.account(mark, Role.AGENT);
        Surfer elsewhere = new Surfer(origin);
        surfer.signIn(mark, Surfer.PASSWORD, "/");
        elsewhere.signIn(mark, Surfer.PASSWORD, "/");
        JsonNode sessions = Json.MAPPER.readTree(surfer.get("/api/v1/account/sessions").body());
        assertEquals(2, sessions.get("total").asInt());
        JsonNode other = sessions.at("/items/0/current").asBoolean() ? sessions.at("/items/1") : sessions.at("/items/0");

        assertEquals(204, surfer.send(surfer.request("/api/v1/account/sessions/" + other.get("id")).header("X-Callward", "1").DELETE()).statusCode());
        assertEquals(302, elsewhere.get("/calls/").statusCode());
        assertEquals(401, elsewhere.get("/api/v1/me").statusCode());
        assertEquals(200, surfer.get("/calls/").statusCode());

        call("DELETE", "/accounts/" + mark + "/sessions", null, 204);
        assertEquals(302, surfer.get("/calls/").statusCode());
    }

    @Test
    void signing_out_and_a_new_password_take_the_sessions_off_the_list() throws Exception {
        Inside.account(mark, Role.AGENT);
        surfer.signIn(mark, Surfer.PASSWORD, "/");
        surfer.submit(surfer.get("/desk/").body(), "leave", Map.of("leave:[^\"]*", ""));
        assertEquals(0, call("GET", "/accounts/" + mark + "/sessions", null, 200).get("total").asInt());

        surfer.signIn(mark, Surfer.PASSWORD, "/");
        call("PUT", "/accounts/" + mark + "/password", "{\"password\":\"blue paper boat\"}", 204);
        assertEquals(302, surfer.get("/calls/").statusCode());
        assertTrue(surfer.signIn(mark, "blue paper boat", "/").headers().firstValue("Location").orElse("").endsWith("/"));
        assertTrue(surfer.get("/calls/").headers().firstValue("Location").orElse("").endsWith("/account/password"));
        assertEquals(401, surfer.get("/api/v1/me").statusCode());
        assertEquals(200, surfer.get("/account/password").statusCode());
    }

    @Test
    void a_token_never_may_more_than_whoever_made_it() throws Exception {
        Inside.account(mark, Role.SUPERVISOR);
        surfer.signIn(mark, Surfer.PASSWORD, "/");
        assertEquals(400, make("ADMIN").statusCode());
        String secret = Json.MAPPER.readTree(make("SUPERVISOR").body()).get("secret").asText();
        assertEquals("SUPERVISOR", roleOf(secret));
        assertEquals(400, with(secret, "POST", "/tokens", "{\"name\":\"x\",\"role\":\"ADMIN\"}").statusCode());

        call("PUT", "/accounts/" + mark, "{\"name\":\"Less\",\"role\":\"AGENT\"}", 200);
        assertEquals("AGENT", roleOf(secret));
        call("PUT", "/accounts/" + mark, "{\"name\":\"Less\",\"role\":\"AGENT\",\"active\":false}", 200);
        assertEquals(401, with(secret, "GET", "/me", null).statusCode());
    }

    @Test
    void sign_ins_and_refusals_are_noted_and_guessing_is_noted_once() throws Exception {
        Inside.account(mark, Role.AGENT);
        for (int n = 0; n < 5; n++) {
            new Surfer(origin).signIn(mark, "wrong", "/");
        }
        surfer.signIn(mark, Surfer.PASSWORD, "/");
        List<String> deeds = Inside.bean(AuditLog.class).page(new AuditFilter("accounts", null, mark, null, null), 0, 10).stream()
                .map(entry -> entry.deed() + entry.after().getOrDefault("reason", "")).toList();
        assertEquals(List.of("SIGNED_IN", "REFUSEDwrong password", "CREATED"), deeds);
        assertEquals("null", call("GET", "/audit/check", null, 200).get("broken").toString());
    }

    @Test
    void somebody_who_signs_in_elsewhere_gets_an_account_only_if_that_is_wished() throws Exception {
        try (MockProvider provider = new MockProvider()) {
            Settings settings = configured(provider);
            assertTrue(surfer.get("/sign-in").body().contains("/sign-in/oidc"));
            provider.saying(claims -> claims.subject(mark).claim("preferred_username", mark).claim("groups", List.of("bosses")));
            assertEquals("/sign-in?problem=UNKNOWN", elsewhere(provider, "/calls/"));
            assertEquals(302, surfer.get("/calls/").statusCode());

            settings.save(Setting.OIDC_CREATE, "true");
            settings.save(Setting.OIDC_SUPERVISOR_GROUP, "bosses");
            String before = surfer.session();
            assertEquals("/calls/?q=x", elsewhere(provider, "/calls/?q=x"));
            assertFalse(surfer.session().equals(before));
            assertEquals("{\"by\":\"" + mark + "\",\"role\":\"SUPERVISOR\"}", surfer.get("/api/v1/me").body());

            provider.saying(claims -> claims.subject(mark).claim("preferred_username", mark + "-renamed"));
            surfer = new Surfer(origin);
            elsewhere(provider, "/");
            assertEquals("{\"by\":\"" + mark + "\",\"role\":\"AGENT\"}", surfer.get("/api/v1/me").body());
        }
    }

    @Test
    void nobody_takes_over_a_local_account_by_its_name_or_by_a_state_of_another_browser() throws Exception {
        Inside.account(mark, Role.ADMIN);
        try (MockProvider provider = new MockProvider()) {
            configured(provider).save(Setting.OIDC_CREATE, "true");
            provider.saying(claims -> claims.subject(mark + "-evil").claim("preferred_username", mark));
            assertEquals("/sign-in?problem=NAME_TAKEN", elsewhere(provider, "/"));

            URI asked = URI.create(surfer.get("/sign-in/oidc?home=yes").headers().firstValue("Location").orElseThrow());
            String back = path(provider.signIn(asked));
            Surfer victim = new Surfer(origin);
            assertTrue(victim.get(back).headers().firstValue("Location").orElse("").endsWith("problem=STATE"));
            assertTrue(surfer.get(back + "x").headers().firstValue("Location").orElse("").contains("problem="));
            assertEquals(302, surfer.get("/calls/").statusCode());
        }
    }

    private Settings configured(MockProvider provider) throws Exception {
        Settings settings = Inside.bean(Settings.class);
        settings.save(Setting.OIDC_ISSUER, provider.issuer());
        settings.save(Setting.OIDC_CLIENT_ID, MockProvider.CLIENT);
        settings.save(Setting.OIDC_CLIENT_SECRET, MockProvider.SECRET);
        return settings;
    }

    /** The public address may have another name than the one we ask at. */
    private static String path(URI place) {
        return place.getRawPath() + "?" + place.getRawQuery();
    }

    /** Where the browser is sent in the end. */
    private String elsewhere(MockProvider provider, String from) throws Exception {
        HttpResponse<String> out = surfer.get("/sign-in/oidc?home=yes&from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
        URI asked = URI.create(out.headers().firstValue("Location").orElseThrow(() -> new AssertionError(out.statusCode() + out.body())));
        HttpResponse<String> back = surfer.get(path(provider.signIn(asked)));
        return back.headers().firstValue("Location").orElse("-").replace(origin, "");
    }

    private HttpResponse<String> choose(String path, String password) throws Exception {
        return surfer.submit(surfer.get(path).body(), "welcome", Map.of("token", path.replaceAll(".*token=", ""), "welcome:password", password,
                "welcome:again", password, "welcome:enter", ""));
    }

    private HttpResponse<String> make(String role) throws Exception {
        return surfer.send(surfer.request("/api/v1/tokens").header("X-Callward", "1").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + mark + "\",\"role\":\"" + role + "\"}")));
    }

    private String roleOf(String token) throws Exception {
        return Json.MAPPER.readTree(with(token, "GET", "/me", null).body()).path("role").asText();
    }

    private HttpResponse<String> with(String token, String method, String path, String body) throws Exception {
        return new Surfer(origin).send(surfer.request("/api/v1" + path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private JsonNode call(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = with(admin, method, path, body);
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body().isEmpty() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(answer.body());
    }
}
