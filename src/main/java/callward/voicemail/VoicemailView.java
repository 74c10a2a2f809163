package callward.voicemail;

import callward.access.SignedIn;
import callward.recording.FetchRecordings;
import callward.recording.Recording;
import callward.recording.Recordings;
import callward.recording.SoundStore;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One message: its sound, what it says, and what to do about it. */
@Named
@RequestScoped
public class VoicemailView {

    @Inject
    Voicemails voicemails;
    @Inject
    Recordings recordings;
    @Inject
    FetchRecordings fetching;
    @Inject
    SoundStore store;
    @Inject
    SignedIn signedIn;
    @Inject
    @Param(name = "id")
    String asked;

    private Voicemail message = new Voicemail();
    private Optional<Recording> recording = Optional.empty();
    private String transcript;

    public void load() {
        Optional<Voicemail> found = asked != null && asked.matches("\\d{1,18}") ? voicemails.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such message");
            return;
        }
        message = found.get();
        recording = recordings.find(message.getRecordingId());
        transcript = voicemails.transcript(message).orElse(null);
    }

    public String hear(long id) {
        voicemails.heard(id, signedIn.by());
        Messages.addFlashGlobalInfo("voicemail.nowHeard");
        return "/voicemail/index?faces-redirect=true";
    }

    public String unhear(long id) {
        voicemails.unheard(id);
        return again(id);
    }

    public String fetchNow(long id) {
        voicemails.find(id).ifPresent(wanted -> recordings.tryNow(wanted.getRecordingId()));
        fetching.soon();
        Messages.addFlashGlobalInfo("voicemail.fetching");
        return again(id);
    }

    public Voicemail getMessage() {
        return message;
    }

    /** Whether there is something to play. */
    public boolean isPlayable() {
        return recording.filter(store::has).isPresent();
    }

    /** Why there is nothing to play yet; null when there is no reason but that it has only just been left. */
    public String getProblem() {
        return recording.flatMap(Recording::problem).orElse(null);
    }

    /** Whether it is known to us at all, so that it can be fetched. */
    public boolean isFetchable() {
        return recording.filter(sound -> !sound.kept()).isPresent();
    }

    /** Null while nobody has written it down. */
    public String getTranscript() {
        return transcript;
    }

    private static String again(long id) {
        return "/voicemail/message?faces-redirect=true&id=" + id;
    }
}
