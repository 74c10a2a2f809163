package callward.agent;

import callward.access.Role;
import callward.access.SignedIn;
import callward.agent.AgentRefused.Reason;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Refusal;
import callward.settings.Company;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What an agent switches for himself: his telephones, and whether he is there. A token stands for the account that made it. */
@ApiResource
@Path("me/agent")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class OwnAgentResource {

    /** @param agent oneself; null for an account that answers no calls */
    public record OwnAgent(AgentRow agent) { }

    /**
     * What is left out stays as it is.
     *
     * @param phoneOn   false: none of one's telephones is rung; may be left out
     * @param reachable rung with no desk open, too; may be left out
     */
    public record Switches(Boolean phoneOn, Boolean reachable) { }

    /** @param devices all of one's telephones, the first one to ring first */
    public record OwnDevices(List<Devices.Wish> devices) { }

    @Inject
    SignedIn signedIn;
    @Inject
    Agents agents;
    @Inject
    AgentRows rows;
    @Inject
    Devices devices;
    @Inject
    Company company;
    @Inject
    Clock clock;

    /** Read how one is rung oneself. */
    @GET
    public OwnAgent read() {
        return new OwnAgent(mine().map(rows::of).orElse(null));
    }

    /** Switch one's own telephones, or staying reachable without a desk. Counts for the next call. 404 for who answers no calls. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public AgentRow change(Switches text) {
        if (text == null) {
            throw Refusal.field("phoneOn", "is missing");
        }
        return rows.of(agents.change(me().getId(), now -> now.withPhone(text.phoneOn() == null ? now.phoneOn() : text.phoneOn())
                .withReachable(text.reachable() == null ? now.reachable() : text.reachable())));
    }

    /** Say that one is out of office. Counts for the next call. 404 for who answers no calls. */
    @PUT
    @Path("out-of-office")
    @Consumes(MediaType.APPLICATION_JSON)
    public AgentRow leave(AwayText text) {
        if (text == null) {
            throw new AgentRefused(Reason.END_MISSING);
        }
        OutOfOffice out = text.in(company.zone(), clock.instant());
        return rows.of(agents.change(me().getId(), now -> now.withOutOfOffice(out)));
    }

    /** Say that one is back. Counts for the next call. 404 for who answers no calls. */
    @DELETE
    @Path("out-of-office")
    public void comeBack() {
        agents.change(me().getId(), now -> now.withOutOfOffice(null));
    }

    /** Put one's own telephones in order, and switch each on or off. 409 when these are not all of one's telephones. */
    @PUT
    @Path("devices")
    @Consumes(MediaType.APPLICATION_JSON)
    public AgentRow arrange(OwnDevices order) {
        if (order == null || order.devices() == null || order.devices().contains(null)) {
            throw Refusal.field("devices", "is missing");
        }
        Agent me = me();
        devices.arrange(me, order.devices());
        return rows.of(me);
    }

    private Agent me() {
        return mine().orElseThrow(() -> Refusal.notFound("You are no agent: no telephone rings for you."));
    }

    private Optional<Agent> mine() {
        return signedIn.answerable().flatMap(agents::with);
    }
}
