package callward.outgoing;

import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Calls that one makes oneself: one's own telephone rings first, and asks for a key. A token stands for the account that made it. */
@ApiResource
@Path("calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class OutgoingResource {

    @Inject
    OutgoingCalls calls;
    @Inject
    SignedIn signedIn;

    /**
     * Call somebody. Rings one's own telephone, asks for a key, then rings the other side, which sees the line's number. Refused with what to do: numbers that
     * may not be called, more than the hour or the day allows; 409 while another call of one's own goes on.
     */
    @POST
    @Created
    public OwnCall call(Wanted wanted) {
        if (wanted == null) {
            throw Refusal.field("to", "is missing");
        }
        return calls.call(signedIn.answerable().orElse(null), signedIn.by(), wanted);
    }

    /**
     * Call back. The other side of a call, with the number of the line that it came in on; about its ticket, if it had one.
     *
     * @param id the carrier's SID of the call
     */
    @POST
    @Path("{id}/call-back")
    @Created
    public OwnCall callBack(@PathParam("id") String id, Wanted wanted) {
        Wanted whatever = wanted == null ? new Wanted(null, null, null, null, null, null) : wanted;
        return calls.call(signedIn.answerable().orElse(null), signedIn.by(), whatever.back(id));
    }
}
