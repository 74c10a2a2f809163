package callward.desk;

import callward.access.Role;
import callward.access.SignedIn;
import callward.agent.Agents;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.call.CallFilter;
import callward.call.Calls;
import callward.call.Calls.CallRow;
import callward.flow.Progress;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a desk shows, read from the database: asked for whenever the page's socket opens, because pushes may have been missed. */
@ApiResource
@Path("desk")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class DeskResource {

    private static final int LAST_CALLS = 10;

    /**
     * @param live calls that go on, the newest first
     * @param pops who called: of live calls that ring or rang, and of the last ones that are over; only of kinds that the
     *             administrator shows this role
     * @param board what goes on at this moment
     * @param me    names oneself among the board's agents; null for who answers no calls
     */
    public record Desk(List<CallRow> live, List<PopUp> pops, Board board, String me) { }

    @Inject
    Calls calls;
    @Inject
    SignedIn signedIn;
    @Inject
    PopUpRules rules;
    @Inject
    LiveBoard board;
    @Inject
    Agents agents;

    /** Read what a desk shows. Asked for whenever a page's socket opens, because pushes may have been missed. */
    @GET
    public Desk now() {
        LiveBoard.Look look = board.look();
        return new Desk(look.live(), signedIn.role().map(role -> pops(look.live(), role)).orElse(List.of()), look.board(),
                signedIn.answerable().flatMap(agents::with).map(me -> LiveBoard.key(me.getId())).orElse(null));
    }

    /** Read the live board. Calls that go on, who is rung and who talks, and what came of the day's calls. */
    @GET
    @Path("board")
    public Board board() {
        return board.read();
    }

    /** A call that has ended since the look is told of once: as it was then. */
    private List<PopUp> pops(List<CallRow> live, Role role) {
        Map<PopUpKind, Set<Role>> allowed = rules.now();
        Set<String> going = live.stream().map(CallRow::id).collect(Collectors.toSet());
        Stream<CallRow> last = calls.page(CallFilter.OVER, 0, LAST_CALLS).stream().filter(call -> !going.contains(call.id()));
        List<CallRow> shown = Stream.concat(live.stream(), last).toList();
        Map<String, Progress> progress = calls.progress(shown.stream().map(CallRow::id).toList());
        return shown.stream().filter(call -> (call.direction().equals("IN") || call.continues() != null) && progress.containsKey(call.id())).map(call -> PopUp.of(call, progress.get(call.id())))
                .flatMap(Optional::stream).filter(pop -> allowed.get(pop.kind()).contains(role)).toList();
    }
}
