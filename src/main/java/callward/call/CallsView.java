package callward.call;

import callward.agent.Devices;
import callward.call.Calls.CallRow;
import callward.flow.Happening;
import callward.line.Line;
import callward.line.Lines;
import callward.settings.Company;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.cdi.Param;

/** The call log. Its filters are its address, so that a view of it can be kept and passed on. */
@Named
@RequestScoped
public class CallsView {

    private static final int SIZE = 25;

    @Inject
    Calls calls;
    @Inject
    Lines lines;
    @Inject
    Devices devices;
    @Inject
    Company company;
    @Inject
    @Param(name = "q")
    String text;
    @Inject
    @Param(name = "outcome")
    String outcome;
    @Inject
    @Param(name = "from")
    String from;
    @Inject
    @Param(name = "to")
    String to;
    @Inject
    @Param(name = "line")
    Long line;
    @Inject
    @Param(name = "agent")
    String agent;
    @Inject
    @Param(name = "simulated")
    String simulated;
    @Inject
    @Param(name = "direction")
    String direction;
    @Inject
    @Param(name = "page")
    Integer asked;

    private List<CallRow> rows;
    private long total;
    private int page;

    @PostConstruct
    void load() {
        boolean live = "LIVE".equals(outcome);
        CallFilter filter = new CallFilter(text, live ? outcome : null, live ? null : getOutcome(), company.midnight(from, 0).orElse(null), company.midnight(to, 1).orElse(null), line, agent,
                getSimulated() == null ? null : Boolean.valueOf(getSimulated()), getDirection());
        total = calls.count(filter);
        page = asked == null ? 0 : Math.clamp(asked, 0, (int) Math.max(0, (total - 1) / SIZE));
        rows = calls.page(filter, page, SIZE);
    }

    public List<CallRow> getRows() {
        return rows;
    }

    public long getTotal() {
        return total;
    }

    public boolean isFiltered() {
        return Stream.of(text, outcome, from, to, line, agent, getSimulated(), getDirection()).anyMatch(value -> value != null);
    }

    public String getText() {
        return text;
    }

    /** LIVE is offered beside the outcomes: to people it is one question how a call went. */
    public String getOutcome() {
        return Stream.concat(Stream.of("LIVE"), Stream.of(Happening.Outcome.values()).map(Enum::name))
                .filter(name -> name.equals(outcome)).findFirst().orElse(null);
    }

    public Happening.Outcome[] getOutcomes() {
        return Happening.Outcome.values();
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    public Long getLine() {
        return line;
    }

    public List<Line> getLines() {
        return lines.all();
    }

    public String getAgent() {
        return agent;
    }

    /** Names as the log has them: people, and telephones that are nobody's. */
    public List<String> getAgents() {
        return devices.all().stream().map(phone -> phone.getAgent() == null ? phone.getLabel() : phone.getAgent().getName()).distinct().sorted().toList();
    }

    /** {@code true}, {@code false}, or null for both. */
    public String getSimulated() {
        return "true".equals(simulated) || "false".equals(simulated) ? simulated : null;
    }

    /** {@code IN}, {@code OUT}, or null for both. */
    public String getDirection() {
        return "IN".equals(direction) || "OUT".equals(direction) ? direction : null;
    }

    /** There are more than are counted. */
    public boolean isCapped() {
        return total >= Calls.MOST_COUNTED;
    }

    /** The same filters, as the API calls them. */
    public String getExport() {
        boolean live = "LIVE".equals(outcome);
        return part("text", text) + part(live ? "state" : "outcome", getOutcome()) + part("from", text(company.midnight(from, 0).orElse(null)))
                + part("to", text(company.midnight(to, 1).orElse(null))) + part("line", text(line)) + part("agent", agent) + part("simulated", getSimulated()) + part("direction", getDirection());
    }

    public int getPage() {
        return page;
    }

    public int getSize() {
        return SIZE;
    }

    public String getQuery() {
        return part("q", text) + part("outcome", getOutcome()) + part("from", from) + part("to", to) + part("line", text(line)) + part("agent", agent)
                + part("simulated", getSimulated()) + part("direction", getDirection());
    }

    private static String part(String name, String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
