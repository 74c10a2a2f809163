package callward.outgoing;

import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Reader;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The last call that one wanted to make. */
@ApiResource
@Path("me/agent/outgoing")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class OwnCallResource {

    /** @param call the last one; null when there was none */
    public record Last(OwnCall call) { }

    @Inject
    OutgoingCalls calls;
    @Inject
    SignedIn signedIn;
    @Inject
    HttpServletRequest request;

    /** Read how far one's last call, or trial of a telephone, has come. */
    @GET
    public Last read() {
        return new Last(calls.latest(signedIn.answerable().orElse(null)).map(call -> call.in(Reader.of(request))).orElse(null));
    }
}
