package callward.desk;

import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which roles get which pop-ups. A change counts at once, for open desks, too. */
@ApiResource
@Path("desk/pop-ups")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public class PopUpsResource {

    /** @param rules one for each kind; in a change, kinds that are not named stay as they are */
    public record Rules(List<Rule> rules) { }

    /** @param kind TICKET, CUSTOMER, UNKNOWN or WITHHELD; @param roles that get it, none = nobody */
    public record Rule(PopUpKind kind, List<Role> roles) { }

    @Inject
    PopUpRules rules;
    @Inject
    PopUpLog log;
    @Inject
    SignedIn signedIn;

    /** Read which roles get which pop-ups. */
    @GET
    public Rules rules() {
        return shown(rules.now());
    }

    /** Change which roles get which pop-ups. Counts at once, for open desks, too. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Rules change(Rules wanted) {
        if (wanted == null || wanted.rules() == null) {
            throw Refusal.field("rules", "is missing");
        }
        Map<PopUpKind, Set<Role>> changes = new EnumMap<>(PopUpKind.class);
        for (Rule rule : wanted.rules()) {
            if (rule == null || rule.kind() == null || rule.roles() == null || rule.roles().contains(null)) {
                throw Refusal.field("rules", "each needs a kind and its roles");
            }
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(rule.roles());
            if (changes.put(rule.kind(), roles) != null) {
                throw Refusal.field("rules", rule.kind() + " is there twice");
            }
        }
        return shown(rules.change(changes));
    }

    /**
     * Note that somebody followed a pop-up. To its ticket, customer or call; kept in the call's record, once for each.
     *
     * @param call SID of the call
     */
    @POST
    @Path("{call}/opened")
    @Allowed(Role.AGENT)
    public void opened(@PathParam("call") String call) {
        if (log.kindOf(call).filter(kind -> signedIn.role().filter(rules.now().get(kind)::contains).isPresent()).isEmpty()) {
            throw Refusal.notFound("There is no pop-up of this call.");
        }
        log.opened(call, signedIn.by());
    }

    private static Rules shown(Map<PopUpKind, Set<Role>> rules) {
        return new Rules(rules.entrySet().stream().map(rule -> new Rule(rule.getKey(), List.copyOf(rule.getValue()))).toList());
    }
}
