package callward.desk;

import callward.settings.Part;
import callward.settings.PublicUrl;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A desk's WebSocket reaches us under the public URL. We knock as a stranger: it is enough to be refused by our own door. */
@ApplicationScoped
public class PushPart implements Part {

    private static final int SECONDS = 3;

    @Inject
    PublicUrl publicUrl;
    @Inject
    OpenDesks desks;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(SECONDS)).build();

    @Override
    public String name() {
        return "push";
    }

    @Override
    public State state() {
        URI socket = URI.create(publicUrl.at(DeskSocket.PATH).toString().replaceFirst("^http", "ws"));
        try {
            client.newWebSocketBuilder().header("Origin", publicUrl.origin()).connectTimeout(Duration.ofSeconds(SECONDS))
                    .buildAsync(socket, new WebSocket.Listener() { }).get(SECONDS, TimeUnit.SECONDS).abort();
            return down(socket, "state.push.somebodyElse");
        } catch (ExecutionException e) {
            boolean ours = e.getCause() instanceof WebSocketHandshakeException refused
                    && refused.getResponse().headers().firstValue(DeskDoor.REACHED).isPresent();
            return ours ? State.up("state.push.open", desks.count()) : down(socket, "state.push.notPassedOn");
        } catch (TimeoutException e) {
            return down(socket, "state.push.silent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return State.down("state.stopping");
        }
    }

    private static State down(URI socket, String why) {
        return State.down("state.push.down", socket.toString(), Saying.of(why));
    }
}
