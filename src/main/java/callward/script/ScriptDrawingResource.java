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
import jakarta.ws.rs.core.MediaType;

/** A script as a graph, for whoever draws it. */
@ApiResource
@Path("scripts/{id: \\d{1,18}}/drawing")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
@Transactional
public class ScriptDrawingResource {

    @Inject
    Scripts scripts;

    @GET
    public ScriptDrawing drawing(@PathParam("id") long id) {
        Script script = scripts.find(id).orElseThrow(() -> Refusal.notFound("There is no script " + id + "."));
        return ScriptDrawing.of(StepsJson.tree(script.getPublished().steps()));
    }
}
