package callward.twilio;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** The doors that a caller waits at who is in a queue. */
@Path("queue/{door:waiting|pressed|met}/{name}")
@RequestScoped
public class QueueResource {

    @Inject
    QueueDoors doors;
    @Context
    HttpServletRequest request;

    /** What he hears, a key that he presses, and that somebody is about to talk to him. */
    @Path("")
    public Webhook next(@PathParam("door") String door, @PathParam("name") String name) {
        return new Webhook(() -> Reply.twiml(doors.answer(QueueDoors.QUEUE + "/" + door + "/" + name, SignatureFilter.form(request))));
    }
}
