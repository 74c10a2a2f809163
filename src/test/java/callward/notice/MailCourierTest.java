package callward.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenOwnTransaction;
import callward.house.GivenPublicUrl;
import callward.house.GivenServerLife;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.settings.Setting;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers({"S0.09", "B07"})
class MailCourierTest {

    @TempDir
    Path data;

    private final GivenClock clock = new GivenClock();
    private final Fired<MailWritten> written = new Fired<>();
    private final Notices notices = new Notices();
    private final Outbox outbox = new Outbox();
    private final PostOffice office = new PostOffice();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor();
    private final MailCourier courier = new MailCourier();
    private GivenSettings settings;
    private GreenMail server;

    @BeforeEach
    void fresh() {
        TestDatabase.empty();
        settings = new GivenSettings().dataIn(data);
        notices.database = TestDatabase.get();
        notices.clock = clock;
        notices.written = written;
        notices.publicUrl = new GivenPublicUrl("https://desk.example.com");
        outbox.database = TestDatabase.get();
        outbox.clock = clock;
        office.settings = settings;
        office.publicUrl = notices.publicUrl;
        office.patience = Duration.ofMillis(400);
        wire(courier);
    }

    @AfterEach
    void closed() {
        alarm.shutdownNow();
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void a_mail_is_sent_once_with_its_file() throws Exception {
        Files.createDirectories(data.resolve("recordings"));
        Files.write(data.resolve("recordings/RE1.wav"), new byte[] {'R', 'I', 'F', 'F', 1, 2, 3});
        mailServer(freePort());
        notices.mail("voicemail:RE1", List.of("support@example.com"), "Message from Jürgen", "He said: ¡hola!",
                Optional.of(new Attachment("recordings/RE1.wav", "message.wav", "audio/wav")));
        courier.deliverDue();
        courier.deliverDue();
        assertEquals(1, server.getReceivedMessages().length, this::problems);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("Message from Jürgen", mail.getSubject());
        assertEquals(outbox.of("voicemail:RE1").get(0).messageId(), mail.getMessageID());
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertEquals("He said: ¡hola!", parts.getBodyPart(0).getContent().toString().strip());
        assertEquals("message.wav", parts.getBodyPart(1).getFileName());
        assertTrue(parts.getBodyPart(1).getContentType().startsWith("audio/wav"));
        assertEquals(7, parts.getBodyPart(1).getInputStream().readAllBytes().length);
        assertTrue(outbox.of("voicemail:RE1").get(0).sentAt().isPresent());
    }

    @Test
    void the_same_reason_never_makes_a_second_mail() throws Exception {
        mailServer(freePort());
        for (int i = 0; i < 3; i++) {
            mail("voicemail:RE1");
            courier.deliverDue();
        }
        assertEquals(1, server.getReceivedMessages().length, this::problems);
    }

    @Test
    void each_recipient_has_a_mail_of_his_own() throws Exception {
        mailServer(freePort());
        notices.mail("voicemail:RE1", List.of("not an address", "a@example.com", "b@example.com", "a@example.com"), "s", "b", Optional.empty());
        courier.deliverDue();
        assertEquals(2, server.getReceivedMessages().length);
        assertTrue(outbox.of("voicemail:RE1").get(0).problem().orElseThrow().startsWith("This is not a mail address"));
    }

    @Test
    void a_hundred_mails_written_while_the_server_is_down_arrive_once_each_when_it_is_back() throws Exception {
        int port = freePort();
        smtp(port);
        for (int i = 0; i < 100; i++) {
            mail("voicemail:RE" + i);
        }
        for (Duration down = Duration.ZERO; down.toMinutes() < 60; down = down.plusMinutes(20)) {
            courier.deliverDue();
            clock.passes(Duration.ofMinutes(20));
        }
        assertTrue(outbox.of("voicemail:RE7").get(0).problem().orElseThrow().contains("connect"), outbox.of("voicemail:RE7").toString());
        mailServer(port);
        courier.deliverDue();
        courier.deliverDue();
        assertEquals(100, server.getReceivedMessages().length);
        assertEquals(0, outbox.waiting());
        assertFalse(outbox.of("voicemail:RE7").get(0).problem().isPresent());
    }

    @Test
    void two_nodes_never_send_the_same_mail() throws Exception {
        mailServer(freePort());
        for (int i = 0; i < 60; i++) {
            mail("voicemail:RE" + i);
        }
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(Thread.ofPlatform().start(() -> wire(new MailCourier()).deliverDue()));
        }
        for (Thread node : nodes) {
            node.join();
        }
        assertEquals(60, server.getReceivedMessages().length);
    }

    @Test
    void a_silent_server_costs_its_time_out_and_no_connection_to_the_database() throws Exception {
        try (BadMailServer silent = new BadMailServer(BadMailServer.Habit.SILENT)) {
            smtp(silent.port());
            mail("voicemail:RE1");
            courier.deliverDue();
            OutgoingMail waiting = outbox.of("voicemail:RE1").get(0);
            assertTrue(waiting.problem().isPresent());
            assertEquals(clock.instant().plusSeconds(5), waiting.nextTry());
        }
        arrivesOnce(Duration.ofSeconds(6));
    }

    @Test
    void a_server_that_says_not_now_is_asked_again_soon() throws Exception {
        for (BadMailServer.Habit habit : List.of(BadMailServer.Habit.REFUSES_RECIPIENTS_FOR_NOW, BadMailServer.Habit.BUSY)) {
            TestDatabase.empty();
            try (BadMailServer busy = new BadMailServer(habit)) {
                smtp(busy.port());
                mail("voicemail:RE1");
                courier.deliverDue();
                OutgoingMail waiting = outbox.of("voicemail:RE1").get(0);
                assertTrue(waiting.problem().orElseThrow().contains(habit == BadMailServer.Habit.BUSY ? "421" : "greylisted"), waiting.toString());
                assertEquals(clock.instant().plusSeconds(5), waiting.nextTry(), habit.toString());
            }
        }
        arrivesOnce(Duration.ofSeconds(6));
    }

    @Test
    void a_server_that_says_never_is_asked_slowly_and_its_reason_shown() throws Exception {
        try (BadMailServer strict = new BadMailServer(BadMailServer.Habit.REFUSES_RECIPIENTS_FOR_GOOD)) {
            smtp(strict.port());
            mail("voicemail:RE1");
            courier.deliverDue();
            OutgoingMail waiting = outbox.of("voicemail:RE1").get(0);
            assertTrue(waiting.problem().orElseThrow().contains("550 5.1.1 no such person here"), waiting.toString());
            assertEquals(clock.instant().plus(Duration.ofMinutes(30)), waiting.nextTry());
        }
        outbox.tryAllNow();
        arrivesOnce(Duration.ZERO);
    }

    /** The one case in which nobody can know: it is sent again, recognisable by its Message-ID. */
    @Test
    void a_connection_that_breaks_before_the_mail_is_acknowledged_means_the_same_mail_again() throws Exception {
        String id;
        try (BadMailServer dropping = new BadMailServer(BadMailServer.Habit.DROPS_AFTER_DATA)) {
            smtp(dropping.port());
            mail("voicemail:RE1");
            courier.deliverDue();
            id = outbox.of("voicemail:RE1").get(0).messageId();
            assertEquals(1, dropping.taken.size());
            assertTrue(dropping.taken.get(0).contains("Message-ID: " + id), dropping.taken.get(0));
            assertFalse(outbox.of("voicemail:RE1").get(0).sentAt().isPresent());
        }
        arrivesOnce(Duration.ofSeconds(6));
        assertEquals(id, server.getReceivedMessages()[0].getMessageID());
    }

    @Test
    void without_a_mail_server_mails_wait_untouched() throws Exception {
        mail("voicemail:RE1");
        courier.deliverDue();
        assertEquals(0, outbox.of("voicemail:RE1").get(0).tries());
        assertEquals("state.mail.none", office.problem().orElseThrow().key());
        mailServer(freePort());
        assertEquals(Optional.empty(), office.problem());
        courier.deliverDue();
        assertEquals(1, server.getReceivedMessages().length, this::problems);
    }

    @Test
    void one_that_a_crashed_server_had_taken_is_due_again_within_a_minute() throws Exception {
        mailServer(freePort());
        mail("voicemail:RE1");
        outbox.claim(Duration.ofSeconds(45));
        courier.deliverDue();
        assertEquals(0, server.getReceivedMessages().length);
        arrivesOnce(Duration.ofMinutes(1));
    }

    @Test
    void a_name_with_a_line_break_cannot_become_a_header() throws Exception {
        mailServer(freePort());
        notices.mail("x", List.of("a@example.com"), "Message from\r\nBcc: everybody@example.com", "b", Optional.empty());
        courier.deliverDue();
        assertEquals(1, server.getReceivedMessages().length, this::problems);
        assertEquals("Message from Bcc: everybody@example.com", server.getReceivedMessages()[0].getSubject());
    }

    @Test
    void a_file_outside_the_data_folder_or_gone_is_left_out_and_the_words_arrive() throws Exception {
        mailServer(freePort());
        notices.mail("x", List.of("a@example.com"), "s", "words", Optional.of(new Attachment("../../etc/passwd", "p", "text/plain")));
        notices.mail("y", List.of("a@example.com"), "s", "words", Optional.of(new Attachment("recordings/gone.wav", "p", "audio/wav")));
        courier.deliverDue();
        assertEquals(2, server.getReceivedMessages().length);
        for (MimeMessage mail : server.getReceivedMessages()) {
            assertEquals("words", mail.getContent().toString().strip());
        }
    }

    @Test
    void a_wrong_password_is_said_plainly_and_stays_out_of_the_reason() throws Exception {
        mailServer(freePort());
        server.setUser("desk@example.com", "desk", "right");
        settings.with(Setting.SMTP_USER, "desk").with(Setting.SMTP_PASSWORD, "wr0ng-s3cret");
        mail("voicemail:RE1");
        courier.deliverDue();
        String problem = outbox.of("voicemail:RE1").get(0).problem().orElseThrow();
        assertTrue(problem.startsWith("The mail server does not accept the user name and password"), problem);
        assertFalse(problem.contains("wr0ng-s3cret"));
        settings.with(Setting.SMTP_PASSWORD, "right");
        arrivesOnce(Duration.ofSeconds(6));
    }

    @Test
    void a_password_is_never_sent_in_the_clear_over_a_network() {
        settings.with(Setting.SMTP_HOST, "mail.example.com").with(Setting.SMTP_USER, "desk");
        assertTrue(SmtpServer.in(settings, "desk.example.com").orElseThrow().startTlsRequired());
        settings.with(Setting.SMTP_HOST, "127.0.0.1");
        assertFalse(SmtpServer.in(settings, "desk.example.com").orElseThrow().startTlsRequired());
    }

    private void arrivesOnce(Duration later) throws Exception {
        clock.passes(later);
        if (server == null) {
            mailServer(freePort());
        }
        courier.deliverDue();
        courier.deliverDue();
        assertEquals(1, server.getReceivedMessages().length, this::problems);
        assertEquals(0, outbox.waiting());
    }

    private String problems() {
        return TestDatabase.column("select problem from callward.outgoing_mail where sent_at is null").toString();
    }

    private void mail(String reason) {
        notices.mail(reason, List.of("support@example.com"), "New message", "Somebody called.", Optional.empty());
    }

    private void mailServer(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        smtp(port);
    }

    private void smtp(int port) {
        settings.with(Setting.SMTP_HOST, "127.0.0.1").with(Setting.SMTP_PORT, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private MailCourier wire(MailCourier node) {
        node.outbox = outbox;
        node.office = office;
        node.own = new GivenOwnTransaction();
        node.couriers = Wired.with(new GivenServerLife()).bean(Couriers.class);
        node.alarm = (ManagedScheduledExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {ManagedScheduledExecutorService.class}, (self, call, values) -> {
                    try {
                        return call.invoke(alarm, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return node;
    }
}
