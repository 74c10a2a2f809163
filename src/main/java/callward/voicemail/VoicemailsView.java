package callward.voicemail;

import callward.access.Role;
import callward.access.SignedIn;
import callward.recording.Recordings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Messages callers left, and the mailboxes they are in. */
@Named
@RequestScoped
public class VoicemailsView {

    private static final int SIZE = 25;

    @Inject
    Voicemails voicemails;
    @Inject
    Mailboxes mailboxes;
    @Inject
    Recordings recordings;
    @Inject
    SignedIn signedIn;
    @Inject
    @Param(name = "page")
    Integer asked;
    @Inject
    @Param(name = "call")
    String call;

    private List<Voicemail> rows;
    private Set<String> sounds;
    private List<Mailbox> boxes;
    private long total;

    @PostConstruct
    void load() {
        total = voicemails.count();
        rows = voicemails.page(getPage(), SIZE);
        sounds = recordings.keptOf(rows.stream().map(Voicemail::getRecordingId).toList());
        boxes = isMayEdit() ? mailboxes.all() : List.of();
    }

    /** A call's own page leads to its message. */
    public void open() {
        if (call != null) {
            voicemails.ofCall(call).ifPresent(message -> Faces.redirect("voicemail/message?id=%s", message.getId().toString()));
        }
    }

    public List<Voicemail> getRows() {
        return rows;
    }

    /** Ids of those recordings of the rows that can be played. */
    public Set<String> getSounds() {
        return sounds;
    }

    public List<Mailbox> getMailboxes() {
        return boxes;
    }

    public boolean isMayEdit() {
        return signedIn.may(Role.SUPERVISOR);
    }

    public long getTotal() {
        return total;
    }

    public int getPage() {
        return asked == null ? 0 : Math.clamp(asked, 0, 1_000_000);
    }

    public int getSize() {
        return SIZE;
    }
}
