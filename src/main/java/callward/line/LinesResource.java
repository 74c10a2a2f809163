package callward.line;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The numbers we rent, and where each leads. */
@ApiResource
@Path("lines")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class LinesResource {

    /**
     * @param number   E.164
     * @param script   its name, null when the line leads nowhere yet
     * @param fallback where a caller is sent when everything else fails
     * @param pointed  whether the carrier has confirmed that the number leads to us
     * @param problem  what the carrier said when it last refused
     */
    public record LineShown(long id, String number, String name, String script, String fallback, String language, boolean pointed,
                            String problem) { }

    @Inject
    Lines lines;

    @GET
    public Page<LineShown> list(@BeanParam Paging paging) {
        return Page.of(lines.all().stream().map(LinesResource::shown).toList(), paging);
    }

    private static LineShown shown(Line line) {
        return new LineShown(line.getId(), line.getNumber(), line.getName(), Optional.ofNullable(line.getScript()).map(s -> s.getName()).orElse(null),
                line.getFallback(), line.getLanguage(), line.getCarrierSid() != null, line.getProblem());
    }
}
