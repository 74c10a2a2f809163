package callward.twilio;

import callward.call.Switchboard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** The carrier tells how far a ringing telephone has come; in any order, and perhaps twice. */
@Path("leg/{deviceKey}")
@RequestScoped
public class LegResource {

    @Inject
    Switchboard switchboard;
    @Inject
    Clock clock;
    @Context
    HttpServletRequest request;

    @GET
    public Response get(@PathParam("deviceKey") String deviceKey) {
        return post(deviceKey);
    }

    @POST
    public Response post(@PathParam("deviceKey") String deviceKey) {
        TwilioForm form = SignatureFilter.form(request);
        return Reply.taken(form, () -> switchboard.legMoved(form.leg(deviceKey, clock.instant()), OurUrls.ROOT + "leg/" + deviceKey));
    }
}
