package callward.twilio;

import callward.call.Switchboard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** The carrier has written down what a recording says. */
@Path("transcription")
@RequestScoped
public class TranscriptionCallback {

    @Inject
    Switchboard switchboard;
    @Inject
    Clock clock;
    @Context
    HttpServletRequest request;

    @GET
    public Response get() {
        return post();
    }

    @POST
    public Response post() {
        TwilioForm form = SignatureFilter.form(request);
        return Reply.taken(form, () -> form.transcript(clock.instant()).ifPresent(news -> switchboard.transcript(news, OurUrls.ROOT + "transcription")));
    }
}
