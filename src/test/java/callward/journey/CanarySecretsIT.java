package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Secrets that can be told from anything else, put in at every door that takes one; then looked for wherever they must not be. */
@Covers("S0.18")
class CanarySecretsIT {

    /** By the setting that takes it. */
    private static final Map<String, String> SETTINGS = Map.of("twilio-auth-token", "canary-01-auth-token", "twilio-auth-token-next", "canary-02-next-token",
            "twilio-api-secret", "canary-03-api-secret", "smtp-password", "canary-04-mail-password", "oidc-client-secret", "canary-05-client-secret");
    private static final String PASSWORD = "canary-06-password";
    private static final String WRONG_PASSWORD = "canary-07-wrong-password";
    private static final String TYPED_AS_A_NAME = "canary-08-typed-into-the-wrong-field";

    private final Map<String, String> canaries = new LinkedHashMap<>();
    private final Map<String, String> looked = new LinkedHashMap<>();

    @Test
    void no_secret_is_where_it_does_not_belong() throws Exception {
        try (DeskServer desk = new DeskServer("canary").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start()) {
            DeskApi api = new DeskApi(desk);
            try {
                plant(desk, api);
                look(desk, api);
            } finally {
                SETTINGS.keySet().forEach(name -> api.ask("DELETE", "/settings/" + name, null));
                api.ask("DELETE", "/accounts/canary", null);
            }
        }
        assertEquals(12, canaries.size());
        List<String> found = new ArrayList<>();
        looked.forEach((place, text) -> canaries.forEach((name, secret) -> {
            if (text.contains(secret)) {
                found.add(name + " in " + place);
            }
        }));
        assertEquals(List.of(), found);
    }

    private void plant(DeskServer desk, DeskApi api) {
        canaries.put("CALLWARD_API_TOKEN", DeskServer.TOKEN);
        SETTINGS.forEach((name, secret) -> {
            canaries.put(name, secret);
            looked.put("answer to PUT " + name, api.put("/settings/" + name, Map.of("value", secret)).toString());
            looked.put("refusal of " + name, api.ask("PUT", "/settings/" + name, Map.of("value", List.of(secret))).body());
        });
        JsonNode invited = api.post("/accounts", Map.of("username", "canary", "name", "Canary"));
        canaries.put("invitation", invited.path("link").asText().replaceAll(".*token=", ""));
        canaries.put("password", PASSWORD);
        looked.put("answer to PUT password", api.put("/accounts/canary/password", Map.of("password", PASSWORD)).toString());
        // the password has killed the link: another one that is alive while we look
        canaries.put("second invitation", api.post("/accounts/canary/invitation", null).path("link").asText().replaceAll(".*token=", ""));
        canaries.put("token", api.post("/tokens", Map.of("name", "canary", "role", "AGENT")).path("secret").asText());
        canaries.put("wrong password", WRONG_PASSWORD);
        canaries.put("typed as a name", TYPED_AS_A_NAME);
        try (Browser browser = new Browser(desk.url())) {
            var page = browser.stranger();
            page.navigate(desk.url() + "/sign-in");
            for (String[] typed : new String[][] {{"canary", WRONG_PASSWORD}, {TYPED_AS_A_NAME, WRONG_PASSWORD}}) {
                page.fill("[id='door:username']", typed[0]);
                page.fill("[id='door:password']", typed[1]);
                page.click("[id='door:enter']");
            }
        }
        looked.put("no JSON", desk.send("PUT", "/api/v1/settings/smtp-password", ("{\"value\": " + SETTINGS.get("smtp-password")).getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + DeskServer.TOKEN, "Content-Type", "application/json").body());
    }

    private void look(DeskServer desk, DeskApi api) throws IOException, SQLException {
        looked.put("an error page", desk.get("/nowhere", "Accept", "text/html").body());
        looked.put("a dead link's page", desk.get("/welcome?token=nonsense").body());
        looked.put("openapi.json", desk.get("/api/v1/openapi.json").body());
        int answers = 0;
        for (var path : DeskApi.json(looked.get("openapi.json")).path("paths").properties()) {
            if (path.getValue().has("get") && !path.getKey().contains("{")) {
                looked.put("GET " + path.getKey(), api.ask("GET", path.getKey() + (path.getKey().contains(".csv") ? "" : "?size=200"), null).body());
                answers++;
            }
        }
        assertTrue(answers > 20, "only " + answers + " answers");
        assertTrue(looked.get("GET /settings").contains("smtp-password"));
        assertTrue(looked.get("GET /audit").contains("oidc-client-secret"));
        for (JsonNode script : api.get("/scripts").path("items")) {
            looked.put("export of a script", api.ask("GET", "/scripts/" + script.path("id").asText() + "/export", null).body());
        }
        looked.put("log", desk.log());
        looked.put("what ./run says", desk.said());
        rows(desk);
        LivingFolder.read(desk.dataFolder(), (file, content) -> looked.put(file.toString(), content));
    }

    /** As a backup of the database has them. */
    private void rows(DeskServer desk) throws SQLException {
        try (Connection database = desk.database(); Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select tablename from pg_tables where schemaname = 'callward'")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            assertTrue(new TreeSet<>(tables).containsAll(List.of("setting", "audit_entry", "api_token", "invitation", "sign_in_failure")), tables.toString());
            for (String table : tables) {
                StringBuilder all = new StringBuilder();
                try (ResultSet row = statement.executeQuery("select t::text from callward.\"" + table + "\" t")) {
                    while (row.next()) {
                        all.append(row.getString(1)).append('\n');
                    }
                }
                looked.put("table " + table, all.toString());
            }
        }
    }
}
