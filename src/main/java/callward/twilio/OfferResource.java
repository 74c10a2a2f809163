package callward.twilio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** The doors that the call asks at which offers a caller to an agent. Nobody can guess them. */
@Path("offer/{token}")
@RequestScoped
public class OfferResource {

    @Inject
    QueueDoors doors;
    @Context
    HttpServletRequest request;

    /** He has picked up. */
    @Path("")
    public Webhook pickedUp(@PathParam("token") String token) {
        return next(token);
    }

    /** He has pressed a key. */
    @Path("keyed/{asked:[0-9]}")
    public Webhook keyed(@PathParam("token") String token, @PathParam("asked") String asked) {
        return next(token + "/keyed/" + asked);
    }

    /** The talk is over, or there was none. */
    @Path("talked")
    public Webhook talked(@PathParam("token") String token) {
        return next(token + "/talked");
    }

    private Webhook next(String path) {
        return new Webhook(() -> Reply.twiml(doors.answer(QueueDoors.OFFER + "/" + path, SignatureFilter.form(request))));
    }
}
