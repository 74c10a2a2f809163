package callward.people;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.EndSessions;
import callward.access.OpenSession;
import callward.access.OpenSessions;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Who is signed in, and where: everybody, or one account. */
@Named
@RequestScoped
public class SessionsView {

    private static final int SIZE = 50;

    @Inject
    OpenSessions sessions;
    @Inject
    EndSessions endSessions;
    @Inject
    Accounts accounts;
    @Inject
    @Param(name = "username")
    String username;
    @Inject
    @Param(name = "page")
    Integer asked;

    @Inject
    @Param(name = "end")
    Long chosen;
    private Optional<Account> account;
    private List<OpenSession> rows;
    private int total;
    private int page;

    @PostConstruct
    void load() {
        account = username == null ? Optional.empty() : accounts.find(username);
        List<OpenSession> found = username == null ? sessions.all() : account.map(sessions::of).orElse(List.of());
        total = found.size();
        page = asked == null ? 0 : Math.clamp(asked, 0, Math.max(0, (total - 1) / SIZE));
        rows = found.stream().skip((long) page * SIZE).limit(SIZE).toList();
    }

    /** The one whose button was pressed, by its id: rows change places between showing and pressing. */
    public String end() {
        if (chosen == null || !Faces.isPostback()) { // a link must not do it
            return null;
        }
        sessions.find(chosen).ifPresent(session -> endSessions.one(chosen, session.getAccount()));
        Messages.addFlashGlobalInfo("session.ended");
        return again();
    }

    public String endAll() {
        account.ifPresent(whose -> endSessions.allOf(whose, null));
        Messages.addFlashGlobalInfo("session.othersEnded");
        return again();
    }

    public List<OpenSession> getRows() {
        return rows;
    }

    public boolean isThis(OpenSession session) {
        return sessions.isThis(session, Faces.getRequest());
    }

    public int getTotal() {
        return total;
    }

    public int getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }

    /** Null when everybody's are shown. */
    public Account getAccount() {
        return account.orElse(null);
    }

    public String getQuery() {
        return username == null ? "" : "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&";
    }

    private String again() {
        return "/accounts/sessions?faces-redirect=true" + account.map(whose -> "&username=" + URLEncoder.encode(whose.getUsername(), StandardCharsets.UTF_8)).orElse("");
    }
}
