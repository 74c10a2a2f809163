package callward.agent;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.phone.Destination;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Telephones that calls can be forwarded to, by the key that scripts use; in the order people put them. */
@ApiResource
@Path("destinations")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class DestinationsResource {

    /**
     * @param key         what scripts call it: 1 to 40 small letters, digits and dashes
     * @param label       what people call it
     * @param address     what is rung: E.164, {@code sip:…} or {@code client:…}
     * @param agentId     id of whose it is; null when it is nobody's in particular
     * @param agentName   whose it is; null when it is nobody's in particular
     * @param ringSeconds how long it rings, 5 to 120
     * @param active      whether calls may ring it
     * @param accept      ASK: whoever answers for a group presses a key; TRUSTED: answering is enough; null: as the group says
     */
    public record DestinationRow(String key, String label, String address, Long agentId, String agentName, int ringSeconds, boolean active,
                                 Device.Accept accept) { }

    /**
     * @param label       what people call it, 1 to 100 characters
     * @param address     E.164, {@code sip:…} or {@code client:…}
     * @param agentId     id of whose it is; null when it is nobody's in particular
     * @param ringSeconds 5 to 120, 20 when left out
     * @param active      true when left out
     * @param accept      ASK: whoever answers for a group presses a key; TRUSTED: answering is enough; null: as the group says
     */
    public record DestinationText(String label, String address, Long agentId, Integer ringSeconds, Boolean active, Device.Accept accept) { }

    @Inject
    Devices devices;
    @Inject
    Agents agents;

    /**
     * List the telephones that calls can be forwarded to. In the order people put them. Everybody may see who can be rung; only supervisors
     * change it.
     */
    @GET
    @Allowed(Role.AGENT)
    public Page<DestinationRow> list(@BeanParam Paging paging) {
        return Page.of(devices.all().stream().map(DestinationsResource::shown).toList(), paging);
    }

    /**
     * Read a destination.
     *
     * @param key what scripts call it, 1 to 40 small letters, digits and dashes
     */
    @GET
    @Path("{key}")
    public DestinationRow one(@PathParam("key") String key) {
        return shown(known(key));
    }

    /** Make or change a destination. A new one is put at the end of the list. */
    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public DestinationRow keep(@PathParam("key") String key, DestinationText text) {
        if (text == null || text.label() == null || text.label().isBlank() || text.label().length() > 100) {
            throw Refusal.field("label", "should be 1 to 100 characters");
        }
        Device device = devices.byKey(key).orElseGet(() -> fresh(key));
        device.setLabel(text.label().strip());
        device.setDestination(destination(text.address()));
        device.setAgent(text.agentId() == null ? null : agents.find(text.agentId())
                .orElseThrow(() -> Refusal.field("agentId", "should be an agent's id")));
        try {
            device.setRingSeconds(text.ringSeconds() == null ? 20 : text.ringSeconds());
        } catch (IllegalArgumentException e) {
            throw Refusal.field("ringSeconds", "should be " + Device.MIN_RING_SECONDS + " to " + Device.MAX_RING_SECONDS);
        }
        device.setActive(text.active() == null || text.active());
        device.setAccept(text.accept());
        return shown(devices.save(device));
    }

    /** Delete a destination. Scripts that name it go on without. */
    @DELETE
    @Path("{key}")
    public void delete(@PathParam("key") String key) {
        devices.delete(known(key).getKey());
    }

    private Device known(String key) {
        return devices.byKey(key).orElseThrow(() -> Refusal.notFound("There is no such destination."));
    }

    private static Device fresh(String key) {
        try {
            Device device = new Device();
            device.setKey(key);
            return device;
        } catch (IllegalArgumentException e) {
            throw Refusal.field("key", "should be 1 to 40 small letters, digits and dashes");
        }
    }

    private static Destination destination(String address) {
        try {
            return Destination.of(address);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("address", "should be a number with + and the country code, sip:name@host or client:name");
        }
    }

    private static DestinationRow shown(Device device) {
        Agent agent = device.getAgent();
        return new DestinationRow(device.getKey(), device.getLabel(), device.getDestination().address(), agent == null ? null : agent.getId(),
                agent == null ? null : agent.getName(), device.getRingSeconds(), device.isActive(), device.getAccept());
    }
}
