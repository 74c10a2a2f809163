package callward.outgoing;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Calls that nobody has answered, to be worked off. */
@ApiResource
@Path("missed")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class MissedResource {

    @Inject
    MissedCalls missed;

    /**
     * List the missed calls of the last 30 days. The open ones first, the latest of them at the top: a call is open until somebody has talked to its caller, by
     * calling back or because he has called again.
     */
    @GET
    public Page<Missed> list(@BeanParam Paging paging) {
        return new Page<>(missed.page(paging.page(), paging.size()), missed.count(), paging.page(), paging.size());
    }
}
