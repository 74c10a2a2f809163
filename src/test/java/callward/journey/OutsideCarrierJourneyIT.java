package callward.journey;

import static callward.simulator.Town.from;
import static callward.simulator.Town.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.simulator.Caller;
import callward.simulator.Telephone;
import callward.simulator.Town;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Callward and a carrier that is somebody else's: a server that speaks Twilio's protocol, in another process, under another address.
 * It goes on when Callward dies, as a carrier does.
 */
@Covers({"S0.21", "S0.09", "S0.10"})
class OutsideCarrierJourneyIT {

    private static final String LINE = "+15550100100";
    private static final String JOHN = "+15550101234";
    private static final String MESSAGE = "Please call me back, the blue widget squeaks again and again";

    private final Town town = Town.whereTimeStandsStill().waitsAtMost(Duration.ofSeconds(40));
    private final GreenMail mail = new GreenMail(new ServerSetup(DeskServer.freePort(), "127.0.0.1", "smtp"));
    private final DeskServer desk = new DeskServer("outside");
    private LoggedDatabase database;
    private final Telephone tom = town.phone("+15550100201");
    private final Telephone ann = town.phone("+15550100202");
    private final Telephone bo = town.phone("+15550100203");

    @BeforeEach
    void start() throws IOException {
        mail.start();
        database = LoggedDatabase.start();
        desk.with("CALLWARD_DB_URL", database.url()).with("CALLWARD_DB_USER", database.user()).with("CALLWARD_DB_PASSWORD", database.password());
        desk.with("CALLWARD_API_TOKEN", DeskServer.TOKEN).with("CALLWARD_TWILIO_API_URL", town.restUrl()).with("CALLWARD_TWILIO_ACCOUNT_SID", town.accountSid())
                .with("CALLWARD_TWILIO_AUTH_TOKEN", town.authToken())
                .with("CALLWARD_SMTP_HOST", "127.0.0.1").with("CALLWARD_SMTP_PORT", "" + mail.getSmtp().getPort())
                .with("CALLWARD_SMTP_TLS", "none").with("CALLWARD_SMTP_FROM", "desk@widgets.example").start();
        town.number(LINE, Map.of("VoiceUrl", desk.url() + "/twilio/voice", "VoiceFallbackUrl", desk.url() + "/twilio/fallback",
                "StatusCallback", desk.url() + "/twilio/ended"));
    }

    @AfterEach
    void stop() throws IOException {
        desk.close();
        database.close();
        mail.stop();
        town.close();
    }

    @Test
    @Covers({"S0.04", "S0.06", "S0.12", "S0.13", "S0.22", "S3.04", "S3.05", "S3.06"})
    void the_example_call_goes_through_whoever_carries_it_and_survives_our_death_between_any_two_webhooks() throws Exception {
        aCallerIsPutThroughToAnn();
        aCallerLeavesAMessageThatIsMailed();
        aCallerCannotForgeALineOfTheLog();
        for (int death = 0; death < 3; death++) {
            eightCallersAtEightPlacesOutliveTheServer(death);
        }
        aCallerGetsAText();
        town.quiet();
    }

    private void aCallerIsPutThroughToAnn() {
        Caller john = town.calls(from(JOHN), to(LINE));
        john.hears("press 1").presses("1").hears("ticket number").presses("99#").hears("cannot find ticket").presses("1234#")
                .hears("Hello John Doe").hears("1 2 3 4");
        tom.rings().declines();
        ann.rings().answers().says("Widgets, Ann speaking");
        john.hears("Ann speaking").hangsUp();
        ann.isCutOff();
        awaitCalls("ANSWERED", 1);
    }

    private void aCallerLeavesAMessageThatIsMailed() throws Exception {
        Caller john = town.calls(from(JOHN), to(LINE));
        john.hears("press 1").presses("2").hears("Hello John Doe");
        tom.rings().ringsOut();
        ann.rings().isBusy();
        bo.rings().isDead();
        leavesAMessage(john);
        awaitMails(1);
        Mails.assertPlayable(mail.getReceivedMessages()[0]);
    }

    private void aCallerCannotForgeALineOfTheLog() throws JsonProcessingException {
        Caller forger = town.calls(from("anonymous\r\n{\"level\":\"INFO\",\"message\":\"FORGED\"}"), to(LINE)).hears("press 1");
        forger.hangsUp();
        awaitCalls("ABANDONED", 1);
        String log = desk.log();
        assertTrue(log.contains("event=Arrived"), "calls are logged");
        for (String line : log.lines().toList()) {
            JsonNode entry = new ObjectMapper().readTree(line);
            assertFalse(entry.path("message").asText().startsWith("FORGED"), line);
        }
    }

    /** Three deaths, eight places in a call each: twenty-four points between two webhooks. */
    private void eightCallersAtEightPlacesOutliveTheServer(int death) throws Exception {
        int mailsBefore = mails();
        Caller atTheTone = callerAtTomsTelephone(death, 0);
        nobodyAnswers();
        atTheTone.hears("leave a message").hearsTone();
        Caller withBo = callerAtTomsTelephone(death, 1);
        tom.rings().ringsOut();
        ann.rings().declines();
        bo.rings();
        Caller withAnn = callerAtTomsTelephone(death, 2);
        tom.rings().isBusy();
        ann.rings();
        Caller withTom = callerAtTomsTelephone(death, 3);
        tom.rings();
        Caller atMenu = caller(death, 4).hears("press 1");
        Caller atTicket = caller(death, 5).hears("press 1").presses("1").hears("ticket number");
        Caller asksAgain = caller(death, 6).hears("press 1").presses("1").hears("ticket number").presses("77#").hears("cannot find ticket");
        Caller hasChosenWrongly = caller(death, 7).hears("press 1").presses("9").hears("did not get that");

        if (death == 2) {
            publishAScriptThatSendsAText();
        }
        town.quiet(); // a carrier's question that is under way when we die, nobody can answer any more
        desk.killServer();
        desk.start();

        // starting took its time: whether the next telephone still rings, or the time for ringing is over, is the clock's business
        List.of(tom, ann, bo).forEach(Telephone::alwaysDeclines);
        bo.ringsOut();
        leavesAMessage(withBo);
        ann.ringsOut();
        leavesAMessage(withAnn);
        tom.ringsOut();
        leavesAMessage(withTom);
        leavesAMessage(atMenu.presses("2").hears("Hello"));
        leavesAMessage(atTicket.presses("1234#").hears("Hello John Doe"));
        leavesAMessage(asksAgain.presses("1234#").hears("1 2 3 4"));
        leavesAMessage(hasChosenWrongly.presses("2").hears("Hello"));
        atTheTone.says(MESSAGE).presses("#").hears("Thank you").isCutOff();
        List.of(tom, ann, bo).forEach(Telephone::waitsForItsOwner);
        awaitMails(mailsBefore + 8);
    }

    /** As another node would: this one learns of it when it starts again. Live calls keep the script they began with. */
    private void publishAScriptThatSendsAText() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                PreparedStatement publish = connection.prepareStatement("""
                        with revision as (insert into callward.script_revision (script_id, number, steps, published_at)
                                          select id, 2, ?, now() from callward.script returning id, script_id)
                        update callward.script s set published_revision_id = revision.id from revision where s.id = revision.script_id""")) {
            publish.setString(1, """
                    {"first": "text", "steps": [
                      {"kind": "send-text", "id": "text", "text": "We will call you back, {{customer.name}}.", "next": "bye"},
                      {"kind": "hang-up", "id": "bye", "says": [{"text": "Look at your messages."}]}]}""");
            assertEquals(1, publish.executeUpdate());
        }
    }

    private void aCallerGetsAText() {
        town.calls(from(JOHN), to(LINE)).hears("Look at your messages").isCutOff();
        town.phone(JOHN).reads("We will call you back, John Doe.");
    }

    private void nobodyAnswers() {
        tom.rings().declines();
        ann.rings().declines();
        bo.rings().declines();
    }

    private Caller callerAtTomsTelephone(int death, int who) {
        return caller(death, who).hears("press 1").presses("2").hears("Hello");
    }

    private Caller caller(int death, int who) {
        return town.calls(from("+1555020" + death + who + "00"), to(LINE));
    }

    private static void leavesAMessage(Caller caller) {
        caller.hears("leave a message").hearsTone().says(MESSAGE).presses("#")
                .hears("Thank you").isCutOff();
    }

    private void awaitMails(int count) throws MessagingException {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> mails() >= count);
        assertEquals(count, mails());
        assertEquals(count, calls("VOICEMAIL"));
        Set<String> ids = new HashSet<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            assertTrue(ids.add(message.getMessageID()), "sent twice: " + message.getSubject());
        }
    }

    private int mails() {
        return mail.getReceivedMessages().length;
    }

    private void awaitCalls(String outcome, int count) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> calls(outcome) == count);
    }

    private int calls(String outcome) {
        String answer = desk.get("/api/v1/calls?outcome=" + outcome, "Authorization", "Bearer " + DeskServer.TOKEN).body();
        try {
            return new ObjectMapper().readTree(answer).get("total").asInt();
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }
}
