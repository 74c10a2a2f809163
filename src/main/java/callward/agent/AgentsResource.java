package callward.agent;

import callward.access.Account;
import callward.access.Accounts;
import callward.access.Role;
import callward.agent.AgentRefused.Reason;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.settings.Company;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;

/** People who answer calls: whether they are rung, and on which telephones. */
@ApiResource
@Path("agents")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class AgentsResource {

    /**
     * @param account user name of his account; null for somebody who never signs in. It cannot be changed afterwards
     * @param agent   all the rest
     */
    public record NewAgent(String account, AgentChange agent) { }

    /**
     * All of them are set: what is left out gets its usual value.
     *
     * @param name          1 to 100 characters
     * @param phoneOn       false: none of his telephones is rung; true when left out
     * @param reachable     rung with no desk open, too; false when left out
     * @param wrapUpSeconds how long he is left alone after a talk, 0 to 600; 0 when left out
     * @param outOfOffice   when he is not there; null for none
     */
    public record AgentChange(String name, Boolean phoneOn, Boolean reachable, Integer wrapUpSeconds, AwayText outOfOffice) { }

    /** @param devices all of his telephones, the first one to ring first */
    public record DeviceOrder(List<Devices.Wish> devices) { }

    @Inject
    Agents agents;
    @Inject
    AgentRows rows;
    @Inject
    Devices devices;
    @Inject
    Accounts accounts;
    @Inject
    Company company;
    @Inject
    Clock clock;

    /** List the agents. Each with whether he is rung at this moment, or why not. Everybody may see it; only supervisors change it. */
    @GET
    @Allowed(Role.AGENT)
    public Page<AgentRow> list(@BeanParam Paging paging) {
        return Page.of(rows.all(), paging);
    }

    /**
     * Read an agent.
     *
     * @param id of the agent
     */
    @GET
    @Path("{id: \\d{1,18}}")
    @Allowed(Role.AGENT)
    public AgentRow one(@PathParam("id") long id) {
        return rows.of(known(id));
    }

    /** Make somebody an agent. 409 when the account is an agent's already. His telephones are given to him as destinations. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    public AgentRow add(NewAgent text) {
        if (text == null || text.agent() == null) {
            throw Refusal.field("agent", "is missing");
        }
        Long account = text.account() == null ? null
                : accounts.find(text.account()).map(Account::getId).orElseThrow(() -> new AgentRefused(Reason.ACCOUNT_UNKNOWN));
        return rows.of(agents.add(text(text.agent()), account));
    }

    /**
     * Change an agent. Counts for the next call.
     *
     * @param id of the agent
     */
    @PUT
    @Path("{id: \\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public AgentRow change(@PathParam("id") long id, AgentChange text) {
        AgentText wanted = text(text);
        return rows.of(agents.change(id, now -> wanted));
    }

    /**
     * Delete an agent. His account stays; his telephones stay, too, silent and nobody's, because scripts may name them.
     *
     * @param id of the agent
     */
    @DELETE
    @Path("{id: \\d{1,18}}")
    public void delete(@PathParam("id") long id) {
        agents.delete(id);
    }

    /**
     * Put an agent's telephones in order, and switch each on or off. 409 when these are not all of his telephones.
     *
     * @param id of the agent
     */
    @PUT
    @Path("{id: \\d{1,18}}/devices")
    @Consumes(MediaType.APPLICATION_JSON)
    public AgentRow arrange(@PathParam("id") long id, DeviceOrder order) {
        if (order == null || order.devices() == null || order.devices().contains(null)) {
            throw Refusal.field("devices", "is missing");
        }
        Agent agent = known(id);
        devices.arrange(agent, order.devices());
        return rows.of(agent);
    }

    private AgentText text(AgentChange text) {
        if (text == null) {
            throw Refusal.field("name", "is missing");
        }
        return new AgentText(text.name(), text.phoneOn() == null || text.phoneOn(), Boolean.TRUE.equals(text.reachable()),
                text.wrapUpSeconds() == null ? 0 : text.wrapUpSeconds(),
                text.outOfOffice() == null ? null : text.outOfOffice().in(company.zone(), clock.instant()));
    }

    private Agent known(long id) {
        return agents.find(id).orElseThrow(() -> new AgentRefused(Reason.NO_SUCH_AGENT));
    }
}
