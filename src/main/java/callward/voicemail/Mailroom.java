package callward.voicemail;

import callward.call.CallNews;
import callward.call.TranscriptNews;
import callward.flow.Happening;
import callward.notice.Attachment;
import callward.notice.Notices;
import callward.recording.Recording;
import callward.recording.RecordingKept;
import callward.recording.Recordings;
import callward.settings.Company;
import callward.settings.LogText;
import callward.settings.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes messages in and tells their mailbox's people, once. Observes in the transaction of the news and only writes rows. */
@ApplicationScoped
public class Mailroom {

    /** So long the mail waits for the sound. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Larger mails are refused by many mail servers; base64 adds a third. */
    static final long LARGEST_ATTACHMENT = 12L << 20;

    private static final System.Logger LOG = System.getLogger(Mailroom.class.getName());

    @Inject
    Pigeonholes holes;
    @Inject
    Recordings recordings;
    @Inject
    Notices notices;
    @Inject
    Company company;
    @Inject
    PublicUrl publicUrl;
    @Inject
    Clock clock;

    void messageLeft(@Observes CallNews news) {
        if (news.what() instanceof Happening.MessageLeft left && holes.put(news, left)) {
            LOG.log(System.Logger.Level.INFO, "call=" + news.call() + " voicemail=" + LogText.of(left.recording()) + " seconds=" + left.seconds());
            recordings.keptOrAwaited(left.recording()).ifPresent(this::announce);
        }
    }

    void soundKept(@Observes RecordingKept news) {
        recordings.find(news.recording()).ifPresent(this::announce);
    }

    void writtenDown(@Observes TranscriptNews news) {
        holes.transcript(news.recording(), news.text(), news.at());
    }

    /** Messages whose sound does not come are told of without it. */
    void announceOverdue() {
        for (String recording : holes.overdue(clock.instant().minus(PATIENCE))) {
            recordings.find(recording).filter(Recording::kept).ifPresentOrElse(this::announce, () -> announce(recording, Optional.empty()));
        }
    }

    private void announce(Recording kept) {
        String end = kept.file().orElseThrow().replaceFirst(".*\\.", ".");
        announce(kept.id(), Optional.of(kept).filter(sound -> sound.bytes() <= LARGEST_ATTACHMENT)
                .map(sound -> new Attachment(sound.file().orElseThrow(), "message" + end, sound.contentType())));
    }

    /** Does nothing when it is no message (yet), or told of already. */
    private void announce(String recording, Optional<Attachment> sound) {
        holes.announce(recording, clock.instant()).ifPresent(message -> tell(message, sound));
    }

    private void tell(Message message, Optional<Attachment> sound) {
        List<String> recipients = message.recipients();
        if (recipients.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "voicemail=" + message.id() + " problem=its mailbox has no mail address");
            return;
        }
        MessageMail mail = new MessageMail(message, publicUrl.at("/voicemail/message?id=" + message.id()), company.language(), company.zone());
        notices.mail("voicemail:" + message.recording(), recipients, mail.subject(), mail.body(sound.isPresent()), sound);
    }
}
