package callward.setup;

import callward.setup.Parts.Report;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * {@code live}: the server runs. {@code ready}: it can serve calls, that is, every essential part is up; 503 otherwise.
 * Both answer {@code {"status": "UP"|"DOWN", "checks": [{"name", "status", "essential", "reason"}]}}. Anybody may ask: so a reason says what is
 * wrong, but no path, address or name, and is empty for what is up. All of it is on the status page.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    Parts parts;

    @GET
    @Path("live")
    public Response live() {
        return answer(true, List.of());
    }

    @GET
    @Path("ready")
    public Response ready() {
        List<Report> reports = parts.check();
        return answer(reports.stream().allMatch(report -> report.online() || !report.essential()), reports);
    }

    private static Response answer(boolean up, List<Report> reports) {
        JsonArrayBuilder checks = Json.createArrayBuilder();
        reports.forEach(report -> checks.add(Json.createObjectBuilder().add("name", report.name()).add("status", word(report.online()))
                .add("essential", report.essential()).add("reason", report.online() ? "" : report.reason().bare().inEnglish())));
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(up ? 200 : 503).cacheControl(never)
                .entity(Json.createObjectBuilder().add("status", word(up)).add("checks", checks).build().toString()).build();
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
