package callward.helpdesk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/** The list of tickets, searched by number, title or customer. */
@Named
@RequestScoped
public class TicketsView {

    private static final int SIZE = 25;

    @Inject
    Tickets tickets;
    @Inject
    @Param(name = "q")
    String text;
    @Inject
    @Param(name = "state")
    String stateAsked;
    @Inject
    @Param(name = "page")
    Integer asked;

    private List<Ticket> rows;
    private long total;
    private int page;

    @PostConstruct
    void load() {
        total = tickets.count(text, state());
        page = asked == null ? 0 : Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE));
        rows = tickets.page(text, state(), page, SIZE);
    }

    public List<Ticket> getRows() {
        return rows;
    }

    public long getTotal() {
        return total;
    }

    public String getText() {
        return text;
    }

    public String getState() {
        return state() == null ? "" : state().name();
    }

    public Ticket.State[] getStates() {
        return Ticket.State.values();
    }

    /** Whether anything narrows the list. */
    public boolean isFiltered() {
        return text != null || state() != null;
    }

    public int getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }

    public String getQuery() {
        return (text == null ? "" : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&")
                + (state() == null ? "" : "state=" + state() + "&");
    }

    private Ticket.State state() {
        return Stream.of(Ticket.State.values()).filter(state -> state.name().equals(stateAsked)).findFirst().orElse(null);
    }
}
