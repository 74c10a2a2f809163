package callward.voicemail;

import callward.call.Testimony;
import callward.call.Witness;
import callward.notice.OutgoingMail;
import callward.notice.Outbox;
import callward.phone.CallId;
import callward.recording.Recording;
import callward.recording.Recordings;
import callward.recording.SoundStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The message that a call left, who has heard it, and the mails that told of it. */
@ApplicationScoped
public class MessageWitness implements Witness {

    @Inject
    Voicemails voicemails;
    @Inject
    Recordings recordings;
    @Inject
    SoundStore store;
    @Inject
    Outbox outbox;

    @Override
    public List<Testimony> of(CallId call) {
        List<Testimony> told = new ArrayList<>();
        voicemails.ofCall(call.sid()).ifPresent(message -> {
            told.add(left(message));
            if (message.isHeard()) {
                told.add(new Testimony(message.getHeardAt(), "message-heard", message.getHeardBy(), Map.of("by", message.getHeardBy())));
            }
            outbox.of("voicemail:" + message.getRecordingId()).forEach(mail -> told.add(mailed(mail)));
        });
        return told;
    }

    private Testimony left(Voicemail message) {
        Optional<Recording> recording = recordings.find(message.getRecordingId());
        Map<String, String> facts = new TreeMap<>(Map.of("recording", message.getRecordingId(), "seconds", "" + message.getSeconds()));
        voicemails.transcript(message).ifPresent(words -> facts.put("transcript", words));
        String box = message.getMailbox() == null ? "" : message.getMailbox().getName();
        return new Testimony(message.getLeftAt(), "message", box, new TreeMap<>(facts), recording.flatMap(Recording::problem).orElse(null),
                "/voicemail/message?id=" + message.getId(),
                recording.filter(store::has).map(sound -> "/voicemail/sound/" + message.getId()).orElse(null));
    }

    private static Testimony mailed(OutgoingMail mail) {
        return new Testimony(mail.sentAt().orElse(mail.createdAt()), mail.sentAt().isPresent() ? "mail-sent" : "mail-waits", mail.recipient(),
                new TreeMap<>(Map.of("to", mail.recipient(), "subject", mail.subject(), "tries", "" + mail.tries())),
                mail.problem().orElse(null), null, null);
    }
}
