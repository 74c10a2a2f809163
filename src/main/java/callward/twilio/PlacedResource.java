package callward.twilio;

import callward.call.LegNews;
import callward.call.PlacedCalls;
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

/** The carrier tells how far a telephone has come that it rings by a call of its own; in any order, and perhaps twice. */
@Path(PlacedResource.DOOR + "/{order}")
@RequestScoped
public class PlacedResource {

    static final String DOOR = "placed";

    @Inject
    PlacedCalls placed;
    @Inject
    Clock clock;
    @Context
    HttpServletRequest request;

    @GET
    public Response get(@PathParam("order") long order) {
        return post(order);
    }

    @POST
    public Response post(@PathParam("order") long order) {
        TwilioForm form = SignatureFilter.form(request);
        String door = OurUrls.ROOT + DOOR + "/" + order;
        return Reply.taken(form, () -> {
            LegNews news = form.placed(clock.instant());
            placed.moved(order, news, form.ending(door, clock.instant()), door);
        });
    }
}
