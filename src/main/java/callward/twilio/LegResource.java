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

/**
 * Doors for the telephones that ring. The carrier tells how far one has come, in any order, and perhaps twice; and of one that asks, what
 * whoever picks it up hears, and which key he has pressed.
 */
@Path("leg/{deviceKey}")
@RequestScoped
public class LegResource {

    @Inject
    Switchboard switchboard;
    @Inject
    Offers offers;
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
        return moved(deviceKey, false);
    }

    /** News of a telephone that asks. */
    @Path("asks")
    public Webhook asks(@PathParam("deviceKey") String deviceKey) {
        return new Webhook(() -> moved(deviceKey, true));
    }

    /** Somebody has picked it up. */
    @Path("offer/{turn}")
    public Webhook offer(@PathParam("deviceKey") String deviceKey, @PathParam("turn") String turn) {
        return new Webhook(() -> Reply.twiml(offers.offered(deviceKey, turn, SignatureFilter.form(request))));
    }

    /** He has pressed a key. */
    @Path("keyed/{turn}/{tried}")
    public Webhook keyed(@PathParam("deviceKey") String deviceKey, @PathParam("turn") String turn, @PathParam("tried") String tried) {
        return new Webhook(() -> Reply.twiml(offers.keyed(deviceKey, turn, tried, SignatureFilter.form(request))));
    }

    private Response moved(String deviceKey, boolean asks) {
        TwilioForm form = SignatureFilter.form(request);
        String door = OurUrls.ROOT + "leg/" + deviceKey + (asks ? "/asks" : "");
        return Reply.taken(form, () -> {
            switchboard.legMoved(form.leg(deviceKey, asks, clock.instant()), door);
            form.ending(door, clock.instant()).ifPresent(switchboard::ended); // whom we called and sent on has a call of this name
        });
    }
}
