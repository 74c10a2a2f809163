package callward.voicemail;

import callward.access.SignedIn;
import callward.recording.FetchRecordings;
import callward.recording.Recording;
import callward.recording.Recordings;
import callward.recording.SoundStore;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One message: its sound, what it says, and what to do about it. */
@Named
@ViewScoped
public class VoicemailView implements Serializable {

    private static final long serialVersionUID = 1L;

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

    private Voicemail message = new Voicemail();
    private boolean playable;
    private boolean fetchable;
    private String problem;
    private String transcript;

    /** By {@code ?id=}, or by {@code ?call=} for who knows the call only. */
    public void load() {
        Optional<Voicemail> ofCall = Optional.ofNullable(Faces.getRequestParameter("call")).flatMap(voicemails::ofCall);
        if (ofCall.isPresent()) {
            Faces.redirect("/voicemail/message?id=%s", ofCall.get().getId().toString());
            return;
        }
        String asked = Faces.getRequestParameter("id");
        Optional<Voicemail> found = asked != null && asked.matches("\\d{1,18}") ? voicemails.find(Long.parseLong(asked)) : Optional.empty();
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such message");
            return;
        }
        message = found.get();
        Optional<Recording> recording = recordings.find(message.getRecordingId());
        playable = recording.filter(store::has).isPresent();
        fetchable = recording.filter(sound -> !sound.kept()).isPresent();
        problem = recording.flatMap(Recording::problem).orElse(null);
        transcript = voicemails.transcript(message).orElse(null);
    }

    public String hear() {
        voicemails.heard(message.getId(), signedIn.by());
        Messages.addFlashGlobalInfo("voicemail.nowHeard");
        return "/voicemail/index?faces-redirect=true";
    }

    public String unhear() {
        voicemails.unheard(message.getId());
        return again();
    }

    public String fetchNow() {
        recordings.tryNow(message.getRecordingId());
        fetching.soon();
        Messages.addFlashGlobalInfo("voicemail.fetching");
        return again();
    }

    public Voicemail getMessage() {
        return message;
    }

    /** Whether there is something to play. */
    public boolean isPlayable() {
        return playable;
    }

    /** Why there is nothing to play yet; null when there is no reason but that it has only just been left. */
    public String getProblem() {
        return problem;
    }

    /** Whether it is known to us at all, so that it can be fetched. */
    public boolean isFetchable() {
        return fetchable;
    }

    /** Null while nobody has written it down. */
    public String getTranscript() {
        return transcript;
    }

    private String again() {
        return "/voicemail/message?faces-redirect=true&id=" + message.getId();
    }
}
