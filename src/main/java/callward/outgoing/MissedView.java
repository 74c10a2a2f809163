package callward.outgoing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** Missed calls, where they are worked off. */
@Named
@RequestScoped
public class MissedView {

    private static final int SIZE = 25;

    @Inject
    MissedCalls missed;
    @Inject
    @Param(name = "page")
    Integer asked;

    private List<Missed> rows;
    private long total;
    private int page;

    @PostConstruct
    void load() {
        total = missed.count();
        page = asked == null ? 0 : Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE));
        rows = missed.page(page, SIZE);
    }

    public List<Missed> getRows() {
        return rows;
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
}
