package callward.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Inside;
import callward.access.Role;
import callward.access.Surfer;
import callward.agent.Agents;
import callward.api.Json;
import callward.call.CallNews;
import callward.flow.Happening;
import callward.flow.Verb;
import callward.house.BuiltWar;
import callward.house.Covers;
import callward.phone.CallId;
import callward.phone.PhoneNumber;
import callward.settings.PublicUrl;
import callward.settings.Setting;
import callward.settings.Settings;
import callward.wording.Facts;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: who hears of calls over the socket, and who does not. */
@ExtendWith(ArquillianExtension.class)
class DeskSocketIT {

    /** What a page hears. */
    static final class Page implements WebSocket.Listener {

        final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code);
            return null;
        }

        JsonNode next() throws Exception {
            String text = heard.poll(10, TimeUnit.SECONDS);
            JsonNode message = Json.MAPPER.readTree(text == null ? "{}" : text);
            return Set.of("beat", "board").contains(message.path("type").asText()) ? next() : message;
        }

        /** What moves on the board. */
        JsonNode nextOfBoard() throws Exception {
            JsonNode message = Json.MAPPER.readTree(heard.poll(10, TimeUnit.SECONDS));
            return "board".equals(message.path("type").asText()) ? message : nextOfBoard();
        }
    }

    private static final Facts JOHN = new Facts(Map.of("caller.number", "+15005550001", "customer.name", "John Doe", "customer.url", "/customers/customer?id=1",
            "ticket.id", "1", "ticket.number", "1234", "ticket.title", "Squeaks", "ticket.url", "/tickets/ticket?number=1234"));

    private String origin;
    private Surfer agent;

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(DeskSocketIT.class, Page.class, Surfer.class, Inside.class, Covers.class);
    }

    @BeforeEach
    void an_agent_signs_in() throws Exception {
        origin = Inside.bean(PublicUrl.class).local();
        forgetRules();
        Inside.account("it-desk", Role.AGENT);
        agent = new Surfer(origin);
        assertEquals(302, agent.signIn("it-desk", Surfer.PASSWORD, "/").statusCode());
    }

    @Test
    @Covers({"S0.03", "S0.07", "S0.14"})
    void a_signed_in_agent_hears_who_calls_and_what_becomes_of_it() throws Exception {
        Page page = open(agent, origin);
        ring("CA-it-1");
        JsonNode pop = page.next();
        assertEquals("pop", pop.get("type").asText(), pop.toString());
        assertEquals("/tickets/ticket?number=1234", pop.get("link").asText());
        assertEquals("John Doe", pop.at("/customer/name").asText());
        assertEquals("Tom, desk", pop.at("/ringing/0").asText());
        assertEquals("RINGING", page.next().get("state").asText());
        fire("CA-it-1", new Happening.WasAnswered("Tom"));
        JsonNode answered = page.next();
        assertEquals("ANSWERED", answered.get("state").asText());
        assertEquals("Tom", answered.get("by").asText());
    }

    @Test
    @Covers("S0.17")
    void a_role_that_the_admin_left_out_gets_no_pop_up() throws Exception {
        Settings settings = Inside.bean(Settings.class);
        settings.save(Setting.POP_UP_ROLES, "ADMIN, SUPERVISOR");
        try {
            Page page = open(agent, origin);
            ring("CA-it-2");
            assertEquals("call", page.next().get("type").asText());
            assertTrue(Json.MAPPER.readTree(agent.get("/api/v1/desk").body()).get("pops").isEmpty());
        } finally {
            settings.save(Setting.POP_UP_ROLES, null);
        }
    }

    @Test
    @Covers("S0.17")
    void a_kind_that_a_role_does_not_get_comes_neither_by_socket_nor_by_asking_and_a_change_counts_at_once() throws Exception {
        Page page = open(agent, origin);
        PopUpRules rules = Inside.bean(PopUpRules.class);
        rules.change(Map.of(PopUpKind.TICKET, Set.of(Role.ADMIN)));
        try {
            assertEquals("pop-ups", page.next().get("type").asText());
            ring("CA-it-3");
            assertEquals("call", page.next().get("type").asText());
            assertTrue(Json.MAPPER.readTree(agent.get("/api/v1/desk").body()).get("pops").isEmpty());
            rules.change(Map.of(PopUpKind.TICKET, Set.of(Role.ADMIN, Role.AGENT)));
            assertEquals("pop-ups", page.next().get("type").asText());
            ring("CA-it-4");
            assertEquals("pop", page.next().get("type").asText());
        } finally {
            rules.change(Map.of(PopUpKind.TICKET, Set.of(Role.values())));
        }
        assertEquals(403, agent.get("/api/v1/desk/pop-ups").statusCode());
    }

    @Test
    void the_board_tells_who_has_a_desk_open() throws Exception {
        long his = Inside.bean(Agents.class).of(Inside.account("it-desk", Role.AGENT).getId(), "It desk").getId();
        Page page = open(agent, origin);
        assertTrue(isOpen(page.nextOfBoard(), his));
        assertTrue(isOpen(Json.MAPPER.readTree(agent.get("/api/v1/desk/board").body()), his));
    }

    @Test
    @Covers("S0.15")
    void a_stranger_is_refused() {
        assertEquals(401, refusal(new Surfer(origin), origin));
    }

    @Test
    @Covers("S0.15")
    void another_sites_page_is_refused_although_the_agent_is_signed_in() {
        assertEquals(403, refusal(agent, "https://evil.example"));
        assertEquals(403, refusal(agent, "http://localhost.evil.example:8080"));
        assertEquals(403, refusal(agent, "null"));
        assertEquals(403, refusal(agent, null));
    }

    @Test
    @Covers("S0.15")
    void who_signs_out_hears_nothing_more() throws Exception {
        Page page = open(agent, origin);
        HttpResponse<String> desk = agent.get("/desk/");
        agent.submit(desk.body(), "leave", Map.of("leave:[^\"]*", ""));
        assertEquals(1008, page.closed.get(10, TimeUnit.SECONDS));
        assertEquals(401, refusal(agent, origin));
    }

    /** A rule, once made, comes before the setting, in the next test, too. */
    private static void forgetRules() throws Exception {
        DataSource database = InitialContext.doLookup("java:comp/DefaultDataSource");
        try (Connection connection = database.getConnection(); PreparedStatement delete = connection.prepareStatement("delete from callward.pop_up_rule")) {
            delete.executeUpdate();
        }
    }

    private static boolean isOpen(JsonNode board, long agent) {
        return StreamSupport.stream(board.get("agents").spliterator(), false)
                .anyMatch(one -> one.get("key").asText().equals("agent:" + agent) && one.get("desk").asBoolean());
    }

    private Page open(Surfer who, String from) throws Exception {
        Page page = new Page();
        connect(who, from, page);
        assertEquals("hello", page.next().get("type").asText());
        return page;
    }

    private void connect(Surfer who, String from, Page page) {
        WebSocket.Builder builder = who.http().newWebSocketBuilder();
        if (from != null) {
            builder.header("Origin", from);
        }
        builder.buildAsync(URI.create(origin.replaceFirst("^http", "ws") + DeskSocket.PATH), page).join();
    }

    private int refusal(Surfer who, String from) {
        CompletionException refused = assertThrows(CompletionException.class, () -> connect(who, from, new Page()));
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    private static void ring(String call) throws Exception {
        fire(call, new Happening.AboutToRing(List.of(new Verb.Target("tom", "Tom, desk", PhoneNumber.of("+15005550006"), "Tom", 20))));
    }

    private static void fire(String call, Happening what) throws Exception {
        Inside.fire(new CallNews(new CallId(call), what, JOHN, "Support", Instant.parse("2026-11-21T12:00:00Z")));
    }
}
