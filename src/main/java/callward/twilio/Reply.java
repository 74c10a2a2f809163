package callward.twilio;

import callward.settings.LogText;
import callward.settings.OnceMore;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** How our doors answer over HTTP. */
final class Reply {

    private static final Logger LOG = System.getLogger(Reply.class.getName());

    private Reply() { }

    static Response twiml(String document) {
        return Response.ok(document, "text/xml;charset=UTF-8").build();
    }

    /** For mere news: nobody listens, so a failure is told to the carrier, which tells us again. */
    static Response taken(TwilioForm form, Runnable news) {
        try {
            OnceMore.run(news);
            return Response.noContent().build();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "call=" + LogText.of(form.get("CallSid")) + " news not taken", e);
            // without an entity, a server would add its own error page
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).entity("").type(MediaType.TEXT_PLAIN_TYPE).build();
        }
    }
}
