package callward.queue;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.group.Groups;
import callward.phone.CallId;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Who waits for a group. */
@ApiResource
@Path("groups/{key}/waiting")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class WaitingResource {

    @Inject
    WaitingList list;
    @Inject
    Groups groups;
    @Inject
    NeedlessCallbacks callbacks;

    /**
     * List who waits for a group. The longest waiting first, on the telephone or for a call of ours.
     *
     * @param key of the group
     */
    @GET
    public Page<WaitingList.Waiting> waiting(@PathParam("key") String key, @BeanParam Paging paging) {
        groups.waiting(key).orElseThrow(() -> Refusal.notFound("no group " + key));
        return Page.of(list.all().stream().filter(one -> one.group().equals(key)).toList(), paging);
    }

    /**
     * Call somebody not back after all. The call stays a missed one, and its record says who wanted it so. 404 when he waits for no call of ours, 409
     * while an agent is calling him.
     *
     * @param key  of the group
     * @param call SID of the call in which he asked for it
     */
    @DELETE
    @Path("{call}")
    @Allowed(Role.SUPERVISOR)
    public void cancel(@PathParam("key") String key, @PathParam("call") String call) {
        callbacks.cancel(key, new CallId(call));
    }
}
