package callward.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** We reach ourselves under the public URL, which is what the carrier must do, too. */
@ApplicationScoped
public class PublicUrlPart implements Part {

    private static final Duration SHORT = Duration.ofSeconds(3);

    @Inject
    PublicUrl publicUrl;
    @Inject
    Settings settings;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(SHORT).build();

    @Override
    public String name() {
        return "url";
    }

    @Override
    public State state() {
        String origin = publicUrl.origin();
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(publicUrl.at("/health/live")).timeout(SHORT).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 3) {
                return State.down("state.url.redirects", origin, answer.headers().firstValue("Location").orElse("?"));
            }
            if (answer.statusCode() != 200) {
                return State.down("state.url.status", origin, String.valueOf(answer.statusCode()));
            }
            // some servers say 200 to everything
            return answer.body().startsWith("{\"status\":\"UP\"") ? reached(origin) : State.down("state.url.somebodyElse", origin);
        } catch (IOException e) {
            return why(origin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return State.down("state.stopping");
        }
    }

    /** From here it works; a carrier on the internet needs more. */
    private State reached(String origin) {
        boolean carrierIsFar = settings.get(Setting.TWILIO_ACCOUNT_SID).isPresent() && settings.get(Setting.TWILIO_API_URL).isEmpty();
        return carrierIsFar && isOnlyHere(URI.create(origin).getHost()) ? State.down("state.url.onlyHere", origin) : State.up(origin);
    }

    static boolean isOnlyHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress();
        } catch (UnknownHostException notOurBusinessHere) {
            return false;
        }
    }

    static State why(String origin, IOException e) {
        String host = URI.create(origin).getHost();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return State.down("state.url.unknownHost", String.valueOf(host));
            }
            if (cause instanceof SSLException) {
                return State.down("state.url.certificate", origin, String.valueOf(cause.getMessage()));
            }
        }
        return e instanceof HttpTimeoutException ? State.down("state.url.timeout", origin) : State.down("state.url.refused", origin);
    }
}
