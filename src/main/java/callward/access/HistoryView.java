package callward.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** What was done to the thing a page shows, for the tag {@code cw:history}; for administrators only. */
@Named("history")
@RequestScoped
public class HistoryView {

    private static final int MOST = 10;

    @Inject
    AuditLog log;
    @Inject
    SignedIn signedIn;

    private final Map<String, List<AuditEntry>> read = new HashMap<>();

    public List<AuditEntry> of(String room, Object subject) {
        return subject == null || !signedIn.may(Role.ADMIN) ? List.of()
                : read.computeIfAbsent(room + '\n' + subject, once -> log.of(room, subject.toString(), MOST));
    }

    /** For the address of the whole story. */
    public String encoded(Object subject) {
        return URLEncoder.encode(subject.toString(), StandardCharsets.UTF_8);
    }

    /** What was done, in a word. */
    public String deed(AuditEntry entry) {
        return word("deed." + entry.deed(), entry.deed());
    }

    /** A section's name; its own word where it has none. */
    public String room(String room) {
        return word("audit.room." + room, room);
    }

    public String tone(AuditEntry entry) {
        return switch (entry.deed()) {
            case "CREATED", "PUBLISHED", "IMPORTED", "INVITED" -> "good";
            case "DELETED", "REVOKED", "REFUSED" -> "bad";
            case "SIGNED_IN", "SIGNED_OUT", "ENDED_SESSIONS" -> "quiet";
            default -> "info";
        };
    }

    private static String word(String key, String otherwise) {
        ResourceBundle words = ResourceBundle.getBundle("callward.messages", FacesContext.getCurrentInstance().getViewRoot().getLocale());
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }
}
