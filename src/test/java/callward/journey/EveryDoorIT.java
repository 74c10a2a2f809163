package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.access.Role;
import callward.house.Door;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Asks for everything that has an address, as everybody: strangers, each role at a browser, and a program with a token of each role. */
class EveryDoorIT {

    /** @param role null for strangers @param headers that say who he is */
    private record Asker(String name, Role role, boolean program, List<String> headers) { }

    private static final List<String> FROM_OUR_PAGE = List.of("X-Callward", "1");
    /** Neither is a yes: who may not see a thing need not know whether it is there. */
    private static final Set<Integer> NO = Set.of(401, 403);

    /** As an id, a number, a key or a name. */
    private static final String NOT_THERE = "999999999";

    private static DeskServer desk;
    private static DeskApi api;
    private static final Map<String, Asker> ASKERS = new LinkedHashMap<>();

    private final List<String> faults = new ArrayList<>();
    private int asked;

    @BeforeAll
    static void start() throws SQLException {
        desk = new DeskServer("doors").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        new BusyDay(desk).happens();
        api = new DeskApi(desk);
        try (Connection database = desk.database()) {
            database.createStatement().execute("update callward.account set role = 'SUPERVISOR' where username = 'ann'");
            for (Role role : Role.values()) {
                giveToken(database, role);
            }
        }
        ASKERS.put("stranger", new Asker("stranger", null, false, List.of()));
        try (Browser browser = new Browser(desk.url())) {
            Map.of("tom", Role.AGENT, "ann", Role.SUPERVISOR, "admin", Role.ADMIN).forEach((username, role) ->
                    ASKERS.put(username, new Asker(username, role, false, List.of("Cookie", browser.cookies(browser.signIn(username, desk.password()))))));
        }
        Arrays.stream(Role.values()).forEach(role ->
                ASKERS.put("token " + role, new Asker("token " + role, role, true, List.of("Authorization", "Bearer token-" + role))));
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void nobody_enters_above_his_role_and_everybody_enters_below_and_is_answered_as_described() {
        for (Door door : Door.all()) {
            ASKERS.values().forEach(asker -> ask(door, asker));
        }
        assertFalse(asked < 500, "asked only " + asked);
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void whoever_forgets_the_body_is_told_so() {
        Asker program = ASKERS.get("token ADMIN");
        Door.all().stream().filter(door -> door.kind() == Door.Kind.REST && !door.isSafe()).forEach(door -> {
            HttpResponse<String> answer = desk.send(door.method(), address(door), null, program.headers().toArray(String[]::new));
            if (answer.statusCode() >= 500) {
                faults.add(door + " → " + answer.statusCode() + " " + shortened(answer.body()));
            }
        });
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void another_site_s_page_changes_nothing_with_our_cookie() {
        Asker admin = ASKERS.get("admin");
        Door.all().stream().filter(door -> door.kind() == Door.Kind.REST && !door.isSafe()).forEach(door -> {
            expect(door, admin, send(door, admin, List.of()), Set.of(403));
            expect(door, admin, send(door, admin, List.of("Sec-Fetch-Site", "cross-site")), Set.of(403));
        });
        Door.all().stream().filter(door -> door.kind() == Door.Kind.PAGE).map(page -> new Door(page.kind(), "POST", page.path(), page.least(), "{}"))
                .forEach(page -> expect(page, admin, send(page, admin, List.of("Sec-Fetch-Site", "cross-site")), Set.of(403)));
        assertEquals("", String.join("\n", faults));
    }

    private void ask(Door door, Asker asker) {
        HttpResponse<String> answer = send(door, asker, FROM_OUR_PAGE);
        asked++;
        if (door.kind() == Door.Kind.REST) {
            api.faults(door.method(), address(door).substring("/api/v1".length()), answer).forEach(fault ->
                    faults.add(asker.name() + " " + door + " → " + answer.statusCode() + " is not as described: " + fault));
        }
        // a token is for programs: pages, and what only pages need, know of sessions alone
        Role role = asker.program() && door.kind() != Door.Kind.REST ? null : asker.role();
        boolean signIn = answer.headers().firstValue("Location").filter(to -> to.contains("/sign-in")).isPresent();
        int status = answer.statusCode();
        boolean right = status < 500 && (door.lets(role) ? !NO.contains(status) && !signIn
                : door.kind() == Door.Kind.PAGE && role == null ? signIn
                : door.kind() == Door.Kind.REST ? status == (role == null ? 401 : 403)
                : NO.contains(status) || signIn);
        if (!right) {
            faults.add(asker.name() + " " + door + " → " + status + " " + answer.headers().firstValue("Location").orElse("") + " " + shortened(answer.body()));
        }
    }

    private void expect(Door door, Asker asker, HttpResponse<String> answer, Set<Integer> wanted) {
        if (!wanted.contains(answer.statusCode())) {
            faults.add(asker.name() + " " + door + " → " + answer.statusCode() + " " + shortened(answer.body()));
        }
    }

    private static HttpResponse<String> send(Door door, Asker asker, List<String> more) {
        List<String> headers = Stream.of(asker.headers(), more, door.path().equals("/desk/socket") ? List.of("Origin", desk.url()) : List.<String>of(),
                door.isSafe() ? List.<String>of() : List.of("Content-Type", contentType(door))).flatMap(List::stream).toList();
        byte[] body = door.isSafe() ? null : door.body().getBytes(StandardCharsets.UTF_8);
        return desk.send(door.method(), address(door), body, headers.toArray(String[]::new));
    }

    private static String contentType(Door door) {
        return door.path().endsWith("/sound") ? "audio/wav" : door.kind() == Door.Kind.REST ? "application/json" : "application/x-www-form-urlencoded";
    }

    /** Something real where it is only looked at, and nothing that is there where it would be changed. */
    private static String address(Door door) {
        if (door.kind() == Door.Kind.PAGE) {
            return PAGES.computeIfAbsent(door.path(), EveryDoorIT::filled);
        }
        if (door.path().equals("/simulator/carrier/{rest}")) {
            return "/simulator/carrier/2010-04-01/Accounts/nobody/Calls.json";
        }
        int open = door.path().indexOf("/{");
        Optional<String> real = door.isSafe() && open > 0 && door.kind() == Door.Kind.REST ? first(door.path().substring(0, open)) : Optional.empty();
        return door.path().replaceFirst("\\{\\w+}", real.orElse(NOT_THERE)).replaceAll("\\{\\w+}", real.isPresent() ? "1" : NOT_THERE);
    }

    private static final Map<String, String> PAGES = new LinkedHashMap<>();
    private static final Map<String, Optional<String>> FIRSTS = new LinkedHashMap<>();

    private static String filled(String page) {
        return ConsolePages.addresses(new DeskApi(desk)).stream().map(ConsolePages.Address::path)
                .filter(path -> path.replaceFirst("\\?.*", "").equals(page)).reduce((one, other) -> other).orElse(page);
    }

    /** What names the first thing of a list, if there is such a list and something in it. */
    private static Optional<String> first(String list) {
        return FIRSTS.computeIfAbsent(list, path -> {
            HttpResponse<String> answer = desk.get(path, "Authorization", "Bearer " + DeskServer.TOKEN);
            JsonNode item = answer.statusCode() == 200 ? DeskApi.json(answer.body()).at("/items/0") : DeskApi.json("{}");
            return Stream.of("id", "key", "number", "username", "sid").map(item::path).filter(name -> !name.isMissingNode()).map(JsonNode::asText).findFirst();
        });
    }

    private static String shortened(String body) {
        return body.substring(0, Math.min(body.length(), 160)).replaceAll("\\s+", " ");
    }

    private static void giveToken(Connection database, Role role) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("insert into callward.api_token (name, hash, role, created_at) values (?, ?, ?, now()) on conflict do nothing")) {
            insert.setString(1, "Of a test");
            insert.setString(2, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(("token-" + role).getBytes(StandardCharsets.UTF_8))));
            insert.setString(3, role.name());
            insert.execute();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
