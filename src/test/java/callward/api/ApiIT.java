package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.ApiTokens;
import callward.access.Inside;
import callward.access.Role;
import callward.access.Surfer;
import callward.house.BuiltWar;
import callward.house.Covers;
import callward.settings.PublicUrl;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Instant;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: the gate, the JSON and the refusals are the same whichever server it is. */
@ExtendWith(ArquillianExtension.class)
class ApiIT {

    /** What a room's resource may look like. */
    @ApiResource
    @Path("it-widgets")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public static class WidgetsResource {

        /** A widget. */
        public record Widget(String name, Instant madeAt, int parts) { }

        @POST
        @Allowed(Role.SUPERVISOR)
        public Widget make(Widget widget) {
            return widget;
        }

        @POST
        @Path("made")
        @Created
        @Allowed(Role.SUPERVISOR)
        public Widget makeNew(Widget widget) {
            if (widget.parts() == 0) {
                throw Refusal.conflict("There is one without parts already.");
            }
            return widget;
        }

        @GET
        @Path("forgotten")
        public Widget nobodySaidWhoMay() {
            return new Widget("secret", null, 0);
        }

        @POST
        @Path("given-up")
        @Allowed(Role.AGENT)
        public void givenUp() {
            throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
        }

        @GET
        @Path("broken")
        @Allowed(Role.AGENT)
        public Widget broken() {
            throw new IllegalStateException("jdbc:postgresql://secret");
        }
    }

    private static final String WIDGET = "{\"name\":\"Squeaky\",\"madeAt\":\"2026-11-21T09:00:00Z\",\"parts\":3}";
    private static String agent;
    private static String supervisor;

    private Surfer program;

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(ApiIT.class, WidgetsResource.class, WidgetsResource.Widget.class, Surfer.class, Inside.class, Covers.class);
    }

    @BeforeEach
    void a_program_has_its_token() throws Exception {
        program = new Surfer(Inside.bean(PublicUrl.class).local());
        if (agent == null) {
            agent = Inside.bean(ApiTokens.class).make("it", Role.AGENT).secret();
            supervisor = Inside.bean(ApiTokens.class).make("it", Role.SUPERVISOR).secret();
        }
    }

    @Test
    void without_a_token_there_is_nothing() throws Exception {
        HttpResponse<String> answer = program.get("/api/v1/me");
        problem(answer, 401);
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
        problem(program.send(program.request("/api/v1/me").header("Authorization", "Bearer " + agent + "x")), 401);
        problem(program.send(program.request("/api/v1/me").header("Authorization", "Basic YTpi")), 401);
    }

    @Test
    void a_token_stands_for_its_role() throws Exception {
        assertEquals("{\"by\":\"token:it\",\"role\":\"AGENT\"}", get("/me", agent).body());
        problem(post("/it-widgets", agent, WIDGET), 403);
        assertEquals(200, post("/it-widgets", supervisor, WIDGET).statusCode());
    }

    @Test
    void a_method_without_a_role_is_shut_to_everybody() throws Exception {
        problem(get("/it-widgets/forgotten", supervisor), 403);
    }

    @Test
    void records_go_in_and_out_as_they_are_written() throws Exception {
        HttpResponse<String> answer = post("/it-widgets", supervisor, WIDGET);
        assertEquals(WIDGET, answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json"));
    }

    @Test
    void what_is_made_is_answered_201_and_what_is_refused_is_not() throws Exception {
        assertEquals(201, post("/it-widgets/made", supervisor, WIDGET).statusCode());
        problem(post("/it-widgets/made", supervisor, WIDGET.replace(":3", ":0")), 409);
    }

    @Test
    void what_will_not_do_is_named() throws Exception {
        assertEquals("colour", problem(post("/it-widgets", supervisor, "{\"colour\":1,\"parts\":1}"), 400).at("/errors/0/field").asText());
        assertEquals("parts", problem(post("/it-widgets", supervisor, "{\"parts\":\"three\"}"), 400).at("/errors/0/field").asText());
        problem(post("/it-widgets", supervisor, "{\"parts\":"), 400);
        problem(post("/it-widgets", supervisor, ""), 400);
        problem(post("/it-widgets", supervisor, "{\"name\":\"" + "x".repeat(JsonBody.LARGEST) + "\"}"), 413);
    }

    @Test
    void the_usual_refusals_are_problems_too() throws Exception {
        problem(get("/nothing-here", agent), 404);
        HttpResponse<String> wrongMethod = program.send(program.request("/api/v1/me").header("Authorization", "Bearer " + agent).DELETE());
        problem(wrongMethod, 405);
        assertTrue(wrongMethod.headers().firstValue("Allow").orElse("").contains("GET"));
        problem(program.send(program.request("/api/v1/it-widgets").header("Authorization", "Bearer " + supervisor)
                .header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))), 415);
        assertEquals("size", problem(get("/calls?size=many", agent), 400).at("/errors/0/field").asText());
    }

    @Test
    void a_body_that_is_not_there_is_missed_with_and_without_a_content_type() throws Exception {
        HttpRequest.Builder nothing = program.request("/api/v1/it-widgets").header("Authorization", "Bearer " + supervisor).POST(BodyPublishers.noBody());
        HttpResponse<String> answer = program.send(nothing);
        problem(answer, answer.statusCode() == 415 ? 415 : 400); // WildFly misses the content type first
        problem(program.send(nothing.header("Content-Type", "application/json")), 400);
    }

    @Test
    void what_no_text_can_have_is_refused_in_bodies_and_addresses() throws Exception {
        assertEquals("name", problem(post("/it-widgets", supervisor, "{\"name\":\"a\\u0000b\",\"parts\":1}"), 400).at("/errors/0/field").asText());
        assertEquals("text", problem(get("/calls?text=a%00", agent), 400).at("/errors/0/field").asText());
        assertEquals("from", problem(get("/calls?from=%2B1000000000-01-01T00:00:00Z", agent), 400).at("/errors/0/field").asText());
    }

    @Test
    void who_was_given_up_by_the_database_may_come_again() throws Exception {
        HttpResponse<String> answer = program.send(program.request("/api/v1/it-widgets/given-up").header("Authorization", "Bearer " + agent).POST(BodyPublishers.noBody()));
        problem(answer, 503);
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void our_own_faults_stay_in_the_log() throws Exception {
        HttpResponse<String> answer = get("/it-widgets/broken", agent);
        problem(answer, 500);
        assertFalse(answer.body().matches("(?s).*(secret|Exception|callward\\.|at ).*"), answer.body());
    }

    @Test
    void a_session_may_change_things_only_from_our_own_pages() throws Exception {
        Inside.account("it-boss", Role.SUPERVISOR);
        program.signIn("it-boss", Surfer.PASSWORD, "/");
        assertEquals("{\"by\":\"it-boss\",\"role\":\"SUPERVISOR\"}", program.get("/api/v1/me").body());
        HttpRequest.Builder foreign = program.request("/api/v1/it-widgets").header("Content-Type", "application/json").header("Origin", "https://evil.example")
                .header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.ofString(WIDGET));
        problem(program.send(foreign), 403);
        HttpRequest.Builder own = program.request("/api/v1/it-widgets").header("Content-Type", "application/json").header("X-Callward", "1")
                .POST(BodyPublishers.ofString(WIDGET));
        assertEquals(200, program.send(own).statusCode());
    }

    @Test
    void the_description_holds_every_resource_that_answers() throws Exception {
        JsonNode paths = Json.MAPPER.readTree(program.get("/api/v1/openapi.json").body()).get("paths");
        assertTrue(paths.has("/calls") && paths.has("/desk") && paths.has("/it-widgets"), paths.toString());
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return program.send(program.request("/api/v1" + path).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> post(String path, String token, String json) throws Exception {
        return program.send(program.request("/api/v1" + path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) throws Exception {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"), answer.body());
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertEquals(status, problem.get("status").asInt());
        assertFalse(problem.get("title").asText().isBlank());
        return problem;
    }
}
