package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** We reach ourselves under the public URL, which is what the carrier must do, too. */
@ApplicationScoped
public class PublicUrlPart implements Part {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @Inject
    PublicUrl publicUrl;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(SHORT).build();

    @Override
    public String name() {
        return "url";
    }

    @Override
    public State state() {
        String origin = publicUrl.origin();
        try {
            HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(publicUrl.at("/health/live")).timeout(SHORT).build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200 ? State.up(origin)
                    : State.down(origin + " answers with status " + answer.statusCode() + ": see the proxy, and CALLWARD_PUBLIC_URL");
        } catch (IOException e) {
            return State.down(origin + " does not reach us: see the proxy and the name, and CALLWARD_PUBLIC_URL");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return State.down("not asked: the server is stopping");
        }
    }
}
