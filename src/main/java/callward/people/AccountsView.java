package callward.people;

import callward.access.Doors;
import callward.access.Role;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Everybody who may sign in, and what each role may do. */
@Named
@RequestScoped
public class AccountsView {

    private static final int SIZE = 25;

    @Inject
    Colleagues colleagues;
    @Inject
    @Param(name = "q")
    String text;
    @Inject
    @Param(name = "page")
    Integer asked;

    private List<Colleague> rows;
    private long total;
    private int page;

    @PostConstruct
    void load() {
        List<Colleague> found = colleagues.all().stream().filter(this::matches).toList();
        total = found.size();
        page = asked == null ? 0 : Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE));
        rows = found.stream().skip((long) page * SIZE).limit(SIZE).toList();
    }

    public List<Colleague> getRows() {
        return rows;
    }

    public long getTotal() {
        return total;
    }

    public String getText() {
        return text;
    }

    public int getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }

    public String getQuery() {
        return text == null ? "" : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&";
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** Names of the pages a role opens that the one below it does not, as the doors have it; pages that are not built have no name. */
    public String pages(Role role) {
        ResourceBundle words = ResourceBundle.getBundle("callward.messages", Faces.getLocale());
        return String.join(", ", Doors.openedBy(role).stream().map(room -> "nav." + room).filter(words::containsKey).map(words::getString).toList());
    }

    private boolean matches(Colleague colleague) {
        String part = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(colleague.account().getUsername(), colleague.account().getName(), colleague.account().getEmail())
                .anyMatch(value -> value != null && value.toLowerCase(Locale.ROOT).contains(part));
    }
}
