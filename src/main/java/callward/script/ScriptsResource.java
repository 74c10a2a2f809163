package callward.script;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;

/** What calls walk through. */
@ApiResource
@Path("scripts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
@Transactional
public class ScriptsResource {

    /** @param revision number of the published revision, null before the first publishing */
    public record ScriptShown(long id, String name, Integer revision, Instant publishedAt, String publishedBy) { }

    /** @param steps the script as JSON: {@code first}, {@code tongue} and {@code steps}, each with its {@code kind} */
    public record ScriptWithSteps(long id, String name, Integer revision, @JsonRawValue String steps) { }

    @Inject
    Scripts scripts;

    @GET
    public Page<ScriptShown> list(@BeanParam Paging paging) {
        return Page.of(scripts.all().stream().map(ScriptsResource::shown).toList(), paging);
    }

    @GET
    @Path("{id: \\d{1,18}}")
    public ScriptWithSteps one(@PathParam("id") long id) {
        Script script = scripts.find(id).orElseThrow(() -> Refusal.notFound("There is no script " + id + "."));
        ScriptRevision published = script.getPublished();
        return new ScriptWithSteps(script.getId(), script.getName(), published == null ? null : published.getNumber(),
                published == null ? null : StepsJson.write(published.steps()));
    }

    private static ScriptShown shown(Script script) {
        ScriptRevision published = script.getPublished();
        return published == null ? new ScriptShown(script.getId(), script.getName(), null, null, null)
                : new ScriptShown(script.getId(), script.getName(), published.getNumber(), published.getPublishedAt(), published.getPublishedBy());
    }
}
