package callward.outgoing;

import callward.access.SignedIn;
import callward.agent.Agents;
import callward.agent.Device;
import callward.agent.Devices;
import callward.line.Line;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;

/** Calling a number of one's own choice: which line's number is shown, and which of one's own telephones rings first. */
@Named
@RequestScoped
public class NewCallView {

    @Inject
    ShownLines lines;
    @Inject
    Agents agents;
    @Inject
    Devices devices;
    @Inject
    SignedIn signedIn;
    @Inject
    @Param
    String to;
    @Inject
    @Param
    Long customer;
    @Inject
    @Param
    String ticket;

    public List<Line> getLines() {
        return lines.all();
    }

    /** One's own; none for who answers no calls. */
    public List<Device> getDevices() {
        return signedIn.answerable().flatMap(agents::with).map(agent -> devices.ofAgent(agent.getId())).orElse(List.of());
    }

    public String getTo() {
        return to;
    }

    public Long getCustomer() {
        return customer;
    }

    public String getTicket() {
        return ticket;
    }
}
