package callward.voicemail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.CallNews;
import callward.call.TranscriptNews;
import callward.flow.Happening;
import callward.house.Covers;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenPublicUrl;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.notice.Notices;
import callward.notice.Outbox;
import callward.notice.OutgoingMail;
import callward.phone.CallId;
import callward.recording.RecordingKept;
import callward.recording.Recordings;
import callward.settings.Company;
import callward.settings.Setting;
import callward.wording.Facts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({"S0.09", "S3.06", "B07"})
class MailroomTest {

    private static final CallId CALL = new CallId("CA1");
    private static final Map<String, String> JOHN = Map.of("caller.number", "+15550101234", "customer.name", "John Doe", "ticket.number", "1234");

    private final GivenClock clock = new GivenClock();
    private final GivenSettings settings = new GivenSettings();
    private Mailroom mailroom;
    private Outbox outbox;

    @BeforeEach
    void fresh() {
        TestDatabase.empty();
        TestDatabase.call("CA1");
        TestDatabase.run("insert into callward.mailbox (key, name, emails) values ('main', 'Widgets', ''), ('support', 'Support', 'tom@example.com, ann@example.com')");
        Wired ground = Wired.with(TestDatabase.get(), clock, settings, new GivenPublicUrl("https://desk.example.com"))
                .named("kept", new Fired<>()).named("written", new Fired<>());
        outbox = ground.bean(Outbox.class);
        mailroom = Wired.with(clock, Wired.with(settings).bean(Company.class), new GivenPublicUrl("https://desk.example.com"), ground.bean(Pigeonholes.class),
                ground.bean(Recordings.class), ground.bean(Notices.class)).bean(Mailroom.class);
    }

    @Test
    void a_message_is_announced_when_its_sound_is_kept() {
        left("support", 17);
        assertEquals(List.of(), mails());
        kept(100_000);
        OutgoingMail mail = mails().get(0);
        assertEquals(List.of("tom@example.com", "ann@example.com"), mails().stream().map(OutgoingMail::recipient).toList());
        assertEquals("Voicemail from John Doe (0:17)", mail.subject());
        assertEquals("recordings/2026/11/RE1.wav", mail.attachment().orElseThrow().file());
        for (String fact : List.of("Support", "+1 555-010-1234", "John Doe", "1234", "0:17", "https://desk.example.com/voicemail/message?id=1", "attached")) {
            assertTrue(mail.body().contains(fact), mail.body());
        }
    }

    @Test
    void the_mail_says_when_as_the_company_has_it() {
        settings.with(Setting.TIME_ZONE, "America/New_York");
        left("support", 17);
        kept(100_000);
        assertTrue(mails().get(0).body().contains("(America/New_York)"), mails().get(0).body());
    }

    @Test
    @Covers("B01")
    void nobody_is_misled_by_a_message_from_the_simulator() {
        TestDatabase.run("update callward.call set simulated = true");
        left("support", 17);
        kept(100_000);
        assertEquals("[Simulated] Voicemail from John Doe (0:17)", mails().get(0).subject());
        assertTrue(mails().get(0).body().startsWith("This message was left in the simulator."), mails().get(0).body());
    }

    @Test
    void the_sound_may_come_first() {
        kept(100_000);
        assertEquals(List.of(), mails());
        left("support", 17);
        assertEquals(2, mails().size());
        assertTrue(mails().get(0).attachment().isPresent());
    }

    @Test
    void news_said_twice_in_any_order_announce_once() {
        left("support", 17);
        kept(100_000);
        left("support", 17);
        mailroom.soundKept(keptNews(100_000));
        mailroom.announceOverdue();
        clock.passes(Duration.ofDays(1));
        mailroom.announceOverdue();
        assertEquals(2, mails().size());
        assertEquals("1", TestDatabase.value("select count(*) from callward.voicemail"));
    }

    @Test
    void a_message_whose_sound_does_not_come_is_announced_without_it_and_not_again_with_it() {
        left("support", 17);
        clock.passes(Mailroom.PATIENCE.minusSeconds(1));
        mailroom.announceOverdue();
        assertEquals(0, mails().size());
        clock.passes(Duration.ofSeconds(2));
        mailroom.announceOverdue();
        assertEquals(2, mails().size());
        assertTrue(mails().get(0).attachment().isEmpty());
        kept(100_000);
        assertEquals(2, mails().size());
    }

    @Test
    void a_message_and_its_sound_that_missed_each_other_are_brought_together() {
        left("support", 17);
        recordingRow(100_000);
        mailroom.announceOverdue();
        assertEquals(2, mails().size());
        assertTrue(mails().get(0).attachment().isPresent());
    }

    @Test
    void an_hour_of_sound_is_linked_and_not_attached() {
        left("support", 3_600);
        kept(57_600_044);
        assertTrue(mails().get(0).attachment().isEmpty());
        assertTrue(mails().get(0).body().contains("https://desk.example.com/voicemail/message?id=1"));
    }

    @Test
    void a_message_for_a_mailbox_that_is_gone_goes_to_the_oldest() {
        left("nobody-knows", 17);
        assertEquals("main", TestDatabase.value("select m.key from callward.voicemail v join callward.mailbox m on m.id = v.mailbox_id"));
    }

    @Test
    void a_mailbox_without_addresses_keeps_the_message_and_mails_nobody() {
        left("main", 17);
        kept(100_000);
        assertEquals("0", TestDatabase.value("select count(*) from callward.outgoing_mail"));
        assertEquals("1", TestDatabase.value("select count(*) from callward.voicemail"));
    }

    @Test
    void a_transcript_may_come_before_the_message_or_long_after_it() {
        mailroom.writtenDown(new TranscriptNews(CALL, "RE1", "Hello, this is", clock.instant()));
        left("support", 17);
        mailroom.writtenDown(new TranscriptNews(CALL, "RE1", "Hello, this is John.", clock.instant()));
        assertEquals("Hello, this is John.", TestDatabase.value("""
                select t.words from callward.voicemail v join callward.transcript t on t.recording_id = v.recording_id"""));
    }

    @Test
    void who_hides_his_number_is_called_unknown_and_the_mail_speaks_the_companys_language() {
        settings.with(Setting.LANGUAGE, "es");
        TestDatabase.run("update callward.call set caller = 'anonymous'");
        mailroom.messageLeft(new CallNews(CALL, new Happening.MessageLeft("support", "RE1", 5), Facts.NONE, "Widgets", clock.instant()));
        kept(80_000);
        assertEquals("Mensaje de voz de número desconocido (0:05)", mails().get(0).subject());
        assertTrue(mails().get(0).body().contains("Quien llama: número desconocido"));
    }

    @Test
    void other_news_of_calls_make_no_message() {
        mailroom.messageLeft(new CallNews(CALL, new Happening.WasAnswered("Tom"), Facts.NONE, "Widgets", clock.instant()));
        assertEquals("0", TestDatabase.value("select count(*) from callward.voicemail"));
    }

    private void left(String mailbox, int seconds) {
        mailroom.messageLeft(new CallNews(CALL, new Happening.MessageLeft(mailbox, "RE1", seconds), new Facts(JOHN), "Widgets", clock.instant()));
    }

    private void kept(long bytes) {
        recordingRow(bytes);
        mailroom.soundKept(keptNews(bytes));
    }

    private static void recordingRow(long bytes) {
        TestDatabase.run("""
                insert into callward.recording (id, call_id, url, file, bytes, content_type, kept_at, created_at)
                values ('RE1', 'CA1', '', 'recordings/2026/11/RE1.wav', ?, 'audio/wav', now(), now())""", bytes);
    }

    private static RecordingKept keptNews(long bytes) {
        return new RecordingKept("RE1", CALL, "recordings/2026/11/RE1.wav", "audio/wav", bytes, 17);
    }

    private List<OutgoingMail> mails() {
        return outbox.of("voicemail:RE1");
    }
}
