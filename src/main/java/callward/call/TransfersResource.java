package callward.call;

import callward.access.Role;
import callward.agent.Availability.Reach;
import callward.api.Allowed;
import callward.api.ApiResource;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Sends callers on while somebody talks to them, and whom one has called oneself: that one goes on in a call of his own, which the call names. */
@ApiResource
@Path("calls/{id}/transfer")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class TransfersResource {

    /**
     * Where a caller can be sent.
     *
     * @param with      who talks to him
     * @param people    everybody else who answers calls
     * @param groups    groups of them
     * @param mailboxes where he may leave a message
     * @param asks      whether an agent, or whoever answers at a number, can be asked first: not while somebody talks whom he has called himself
     */
    public record Targets(String with, List<Person> people, List<Ring> groups, List<Box> mailboxes, boolean asks) { }

    /**
     * Somebody who answers calls.
     *
     * @param id    of the agent
     * @param name  as people call him
     * @param state FREE, or why he would not be rung: OUT_OF_OFFICE, SWITCHED_OFF, SIGNED_OUT, NO_DEVICE, ON_A_CALL, WRAPPING_UP or IS_CALLER
     * @param until when that reason ends by itself; null when it does not, or nobody knows
     */
    public record Person(long id, String name, String state, Instant until) { }

    /**
     * A group.
     *
     * @param key   what scripts call it
     * @param name  as people call it
     * @param state FREE when somebody of it can be rung now, else CLOSED or NOBODY_FREE
     */
    public record Ring(String key, String name, String state) { }

    /**
     * A mailbox.
     *
     * @param key  what scripts call it
     * @param name as people call it
     */
    public record Box(String key, String name) { }

    @Inject
    TransferCall transfer;
    @Inject
    TransferTargets targets;

    /**
     * Read where a caller can be sent at this moment. 409 while nobody talks to him, or somebody else than who asks, if he is no supervisor.
     *
     * @param id the carrier's SID of the call
     */
    @GET
    public Targets targets(@PathParam("id") String id) {
        TransferCall.Standing now = transfer.standing(id);
        return new Targets(now.talking().talk().with(), targets.people(now.talking().agent(), now.caller()).stream().map(TransfersResource::person).toList(),
                targets.groups().entrySet().stream().map(group -> new Ring(group.getKey(), group.getValue(), targets.state(group.getKey()))).toList(),
                targets.mailboxes().entrySet().stream().map(box -> new Box(box.getKey(), box.getValue())).toList(), now.talking().moved() == null);
    }

    /**
     * Send a caller on. To an agent, a group, a number, or a mailbox: he leaves who talks to him, and that one is rung again if nobody answers. With {@code ask} an agent, or whoever answers at a
     * number, is asked first: the caller waits, and who talks to him talks to the colleague, until the two are connected, the caller is taken back, or one of them hangs up. Asked for
     * twice, it is done once. 409 while nobody talks to him, somebody is being asked about him, or somebody else than who asks talks to him, if he is no supervisor.
     *
     * @param id the carrier's SID of the call
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void transfer(@PathParam("id") String id, TransferCall.Wish wish) {
        transfer.transfer(id, wish);
    }

    /**
     * Connect a caller with the colleague who was asked about him. Whoever asked leaves, as when he hangs up. Asked for twice, it is done once. 409 while nobody is being asked, before the
     * colleague has answered, and once the caller was taken back.
     *
     * @param id the carrier's SID of the call
     */
    @POST
    @Path("connect")
    public void connect(@PathParam("id") String id) {
        transfer.connect(id);
    }

    /**
     * Take a caller back. The colleague who was asked, or is rung, leaves, and whoever asked talks to the caller again. Asked for twice, it is done once. 409 while nobody is being asked, and
     * once the two are connected.
     *
     * @param id the carrier's SID of the call
     */
    @POST
    @Path("take-back")
    public void takeBack(@PathParam("id") String id) {
        transfer.takeBack(id);
    }

    private static Person person(Reach reach) {
        return new Person(reach.agentId(), reach.name(), reach.isFree() ? "FREE" : reach.why().name(), reach.until());
    }
}
