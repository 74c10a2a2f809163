package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.simulator.Telephone;
import callward.simulator.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A Callward that may die, and what lives on then: its database, its mail server, and a carrier where time stands still. */
final class MortalDesk implements AutoCloseable {

    /** From its start on, until everything is as if it had never died. */
    static final Duration RECONCILED = Duration.ofSeconds(60);

    final Town town = Town.whereTimeStandsStill().waitsAtMost(Duration.ofSeconds(30));
    final DeskServer server;
    final DeskApi api;
    private final GreenMail mail = new GreenMail(new ServerSetup(DeskServer.freePort(), "127.0.0.1", "smtp"));
    private final LoggedDatabase database;
    private int messages;

    MortalDesk(String name) throws IOException {
        mail.start();
        database = LoggedDatabase.start();
        server = new DeskServer(name).with("CALLWARD_DB_URL", database.url()).with("CALLWARD_DB_USER", database.user()).with("CALLWARD_DB_PASSWORD", database.password())
                .with("CALLWARD_API_TOKEN", DeskServer.TOKEN).with("CALLWARD_TWILIO_API_URL", town.restUrl()).with("CALLWARD_TWILIO_ACCOUNT_SID", town.accountSid())
                .with("CALLWARD_TWILIO_AUTH_TOKEN", town.authToken())
                .with("CALLWARD_SMTP_HOST", "127.0.0.1").with("CALLWARD_SMTP_PORT", "" + mail.getSmtp().getPort())
                .with("CALLWARD_SMTP_TLS", "none").with("CALLWARD_SMTP_FROM", "desk@widgets.example").start();
        api = new DeskApi(server);
    }

    /** Not while it has an order in hand: another node, or the next life, leaves that alone for a minute, and nobody here is so patient. */
    void dies() throws IOException {
        Awaitility.await("orders in hand").atMost(Duration.ofSeconds(60)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).until(() -> sql("""
                select id from callward.carrier_order where done_at is null and next_try_at > now() + interval '45 seconds'""").isEmpty());
        server.killServer();
    }

    void livesAgain() {
        server.start();
    }

    /** The secret of a program that acts for somebody. */
    String tokenOf(String username) {
        String secret = "token-of-" + username;
        sql("insert into callward.api_token (name, hash, role, created_at, account_id) select ?, ?, 'AGENT', now(), id from callward.account where username = ? returning name",
                username, sha256(secret), username);
        return secret;
    }

    /** Somebody asks for something, and gets it. */
    JsonNode asks(String token, String path, Object body) {
        HttpResponse<String> answer = server.send("POST", "/api/v1" + path, DeskApi.text(body).getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + token, "Content-Type", "application/json");
        assertTrue(answer.statusCode() < 300, () -> path + " " + body + ": " + answer.statusCode() + " " + answer.body());
        return DeskApi.json(answer.body());
    }

    /** Waits until it is over, and stands in the log as that. @return the call as it is there */
    JsonNode cameTo(String outcome, String callSid) {
        String path = "/calls/" + callSid;
        try {
            Awaitility.await().atMost(RECONCILED).until(() -> isOver(api.get(path), outcome));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(callSid + " is not " + outcome + ": " + api.get(path + "/record"), e);
        }
        return api.get(path);
    }

    private static boolean isOver(JsonNode call, String outcome) {
        return call.path("endedAt").isTextual() && call.path("outcome").asText().equals(outcome);
    }

    /** A message that was left is mailed: {@link #hasSettled} waits for it. */
    void messageLeft() {
        messages++;
    }

    /** Each message is mailed once, nothing is left to do, and nobody was called or texted whom no test expected. */
    void hasSettled() throws MessagingException {
        Awaitility.await("mails").atMost(RECONCILED).until(() -> mail.getReceivedMessages().length >= messages);
        Awaitility.await("what is left to do").atMost(RECONCILED).until(this::leftToDo, List::isEmpty);
        Set<String> ids = new HashSet<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            assertTrue(ids.add(message.getMessageID()), "sent twice: " + message.getSubject());
        }
        assertEquals(messages, ids.size());
        town.quiet();
    }

    private List<String> leftToDo() {
        return sql("""
                select 'order ' || id || ' ' || what || coalesce(' ' || problem, '') from callward.carrier_order where done_at is null
                union all select 'call ' || id || ' ' || called from callward.call where state <> 'OVER'
                union all select 'place ' || id || ' ' || state from callward.queue_place where state <> 'DONE'
                union all select 'offer ' || id || ' ' || state || ' ' || label from callward.queue_offer where ended_at is null
                union all select 'leg ' || id || ' of ' || call_id || ' ' || state || ' ' || label from callward.leg where ended_at is null""");
    }

    /** The first column of what it finds. */
    private List<String> sql(String what, String... values) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement statement = connection.prepareStatement(what)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(what, e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Telephone phone(String number) {
        return town.phone(number);
    }

    @Override
    public void close() throws IOException {
        server.close();
        database.close();
        mail.stop();
        town.close();
    }
}
