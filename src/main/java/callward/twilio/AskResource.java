package callward.twilio;

import callward.flow.Consultation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** The doors of those who ask, and are asked, about a caller, and of the caller who waits meanwhile. Nobody can guess them. */
@Path("ask/{path:.+}")
@RequestScoped
public class AskResource {

    @Inject
    AskDoors doors;
    @Context
    HttpServletRequest request;

    @Path("")
    public Webhook next(@PathParam("path") String path) {
        return new Webhook(() -> Reply.twiml(doors.answer(Consultation.DOORS + path, SignatureFilter.form(request))));
    }
}
