package callward.twilio;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** One of our doors: Twilio may be told to knock by GET or by POST, and it is the same knock. */
public class Webhook {

    private final Supplier<Response> answer;

    Webhook(Supplier<Response> answer) {
        this.answer = answer;
    }

    @GET
    public Response get() {
        return answer.get();
    }

    @POST
    public Response post() {
        return answer.get();
    }
}
