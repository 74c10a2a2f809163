package callward.people;

import callward.access.AuditEntry;
import callward.access.AuditFilter;
import callward.access.AuditLog;
import callward.settings.Company;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/** The audit log. Its filters are its address, so that a view of it can be kept and passed on. */
@Named
@RequestScoped
public class AuditView {

    private static final int SIZE = 50;

    @Inject
    AuditLog log;
    @Inject
    Company company;
    @Inject
    @Param(name = "room")
    String room;
    @Inject
    @Param(name = "by")
    String by;
    @Inject
    @Param(name = "subject")
    String subject;
    @Inject
    @Param(name = "from")
    String from;
    @Inject
    @Param(name = "to")
    String to;
    @Inject
    @Param(name = "page")
    Integer asked;

    private List<AuditEntry> rows;
    private long total;
    private int page;
    private AuditLog.Verdict verdict;

    @PostConstruct
    void load() {
        AuditFilter filter = new AuditFilter(room, by, subject, company.midnight(from, 0).orElse(null), company.midnight(to, 1).orElse(null));
        total = log.count(filter);
        page = asked == null ? 0 : Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE));
        rows = log.page(filter, page, SIZE);
    }

    public void check() {
        verdict = log.check();
    }

    /** Null before it was asked for. */
    public AuditLog.Verdict getVerdict() {
        return verdict;
    }

    public List<AuditEntry> getRows() {
        return rows;
    }

    public List<String> getRooms() {
        return log.rooms();
    }

    public boolean isFiltered() {
        return Stream.of(room, by, subject, from, to).anyMatch(Objects::nonNull);
    }

    public long getTotal() {
        return total;
    }

    public int getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }

    public String getRoom() {
        return room;
    }

    public String getBy() {
        return by;
    }

    public String getSubject() {
        return subject;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    public String getQuery() {
        return part("room", room) + part("by", by) + part("subject", subject) + part("from", from) + part("to", to);
    }

    private static String part(String name, String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }
}
