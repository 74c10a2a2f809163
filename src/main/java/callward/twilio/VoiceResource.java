package callward.twilio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** The doors that a caller waits at. The path carries the turn, so that a late or repeated knock is known for what it is. */
@Path("/")
@RequestScoped
public class VoiceResource {

    @Inject
    Conversation conversation;
    @Context
    HttpServletRequest request;

    /** The Voice URL: a call comes in, or comes back from where it was handed over to. */
    @Path("voice")
    public Webhook voice() {
        return next("voice", "0");
    }

    /** After a Gather. */
    @Path("entered/{turn}")
    public Webhook entered(@PathParam("turn") String turn) {
        return next("entered", turn);
    }

    /** After a Dial. */
    @Path("dialled/{turn}")
    public Webhook dialled(@PathParam("turn") String turn) {
        return next("dialled", turn);
    }

    /** After an Enqueue. */
    @Path("dequeued/{turn}")
    public Webhook dequeued(@PathParam("turn") String turn) {
        return next("dequeued", turn);
    }

    /** After a Record. */
    @Path("recorded/{turn}")
    public Webhook recorded(@PathParam("turn") String turn) {
        return next("recorded", turn);
    }

    /** Where a call that was handed over may be sent back to. */
    @Path("returned/{turn}")
    public Webhook returned(@PathParam("turn") String turn) {
        return next("returned", turn);
    }

    /** An agent who wants to call somebody has picked up. */
    @Path("out/{token}")
    public Webhook out(@PathParam("token") String token) {
        return next("out", token);
    }

    /** Where our own clock has a call moved to: what is heard stands in the call by then. */
    @Path("resumed/{turn}")
    public Webhook resumed(@PathParam("turn") String turn) {
        return next("resumed", turn);
    }

    /** The carrier's second choice, when one of the others could not be reached or used. */
    @Path("fallback")
    public Webhook fallback() {
        return new Webhook(() -> Reply.twiml(conversation.answerAgain(SignatureFilter.form(request))));
    }

    /** A door that we do not have, perhaps one of an older version: the caller shall not suffer for it. */
    @Path("{elsewhere:.+}")
    public Webhook elsewhere(@PathParam("elsewhere") String elsewhere) {
        return next("elsewhere", elsewhere);
    }

    private Webhook next(String door, String turn) {
        return new Webhook(() -> Reply.twiml(conversation.answer(door, turn, SignatureFilter.form(request))));
    }
}
