package callward.api;

import callward.access.Role;
import callward.access.SignedIn;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells a program whom its token stands for: the quickest way to see whether it works. */
@ApiResource
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    /**
     * @param by   the user name, or {@code token:} and the token's name
     * @param role what the token or session may do
     */
    public record Me(String by, Role role) { }

    @Inject
    SignedIn signedIn;

    /** Tell whom a token or a session stands for. */
    @GET
    @Allowed(Role.AGENT)
    public Me whoAmI() {
        return new Me(signedIn.by(), signedIn.role().orElseThrow());
    }
}
