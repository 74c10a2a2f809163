package callward.script;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** A script as a graph, for whoever draws it. */
@ApiResource
@Path("scripts/{id: \\d{1,18}}/drawing")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
@Transactional
public class ScriptDrawingResource {

    @Inject
    Scripts scripts;
    @Inject
    ScriptDesk desk;

    /**
     * Read a script as a graph.
     *
     * @param of {@code draft}, with its problems, or {@code published} (usual): empty before the first publishing
     * @param id of the script
     */
    @GET
    public ScriptDrawing drawing(@PathParam("id") long id, @QueryParam("of") String of) {
        Script script = scripts.known(id);
        if ("draft".equals(of)) {
            DraftSteps draft = scripts.draft(id).steps();
            return ScriptDrawing.of(draft.document(), desk.check(draft));
        }
        if (of != null && !of.equals("published")) {
            throw Refusal.field("of", "should be draft or published");
        }
        return script.getPublished() == null ? new ScriptDrawing(null, List.of()) : ScriptDrawing.of(StepsJson.tree(script.getPublished().steps()), List.of());
    }
}
