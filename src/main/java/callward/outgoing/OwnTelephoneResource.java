package callward.outgoing;

import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Trying out one of one's own telephones. */
@ApiResource
@Path("me/agent/devices/{key}/ring")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class OwnTelephoneResource {

    @Inject
    OutgoingCalls calls;
    @Inject
    SignedIn signedIn;

    /**
     * Ring one of one's own telephones. Whoever picks up is asked for a key; whether it was heard, `GET /me/agent/outgoing` tells. Ten in an hour.
     *
     * @param key what scripts call the telephone
     */
    @POST
    @Created
    @Consumes(MediaType.WILDCARD)
    public OwnCall ring(@PathParam("key") String key) {
        return calls.tryOut(signedIn.answerable().orElse(null), signedIn.by(), key);
    }
}
