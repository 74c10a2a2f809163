package callward.voicemail;

import callward.access.Role;
import callward.access.SignedIn;
import callward.recording.Recording;
import callward.recording.Recordings;
import callward.recording.SoundStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The sound of a message for the page's player: {@code /voicemail/sound/17}. Only for who is signed in; the carrier's address is never shown. */
@WebServlet("/voicemail/sound/*")
public class VoicemailSound extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SignedIn signedIn;
    @Inject
    transient Voicemails voicemails;
    @Inject
    transient Recordings recordings;
    @Inject
    transient SoundStore store;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!signedIn.may(Role.AGENT)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        Optional<Recording> sound = asked(request.getPathInfo());
        if (sound.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        store.reply(sound.get()).send(request, response);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }

    private Optional<Recording> asked(String path) {
        return path != null && path.matches("/\\d{1,18}")
                ? voicemails.find(Long.parseLong(path.substring(1))).flatMap(message -> recordings.find(message.getRecordingId())).filter(store::has)
                : Optional.empty();
    }
}
