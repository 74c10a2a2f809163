package callward.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks once and waits four seconds. Twilio's own client asks up to six times, half a minute each: a customer might be called six times.
 * It also knows Twilio's host only; this one asks whoever speaks Twilio's language at the base URL.
 */
final class SafeHttpClient extends NetworkHttpClient implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final Timeout READ = Timeout.ofSeconds(4);
    private static final int AT_ONCE = 20;

    private final Optional<String> baseUrl;

    SafeHttpClient(Optional<String> baseUrl) {
        super(builder());
        this.baseUrl = baseUrl.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            Response response = super.makeRequest(baseUrl.map(base -> at(base, request)).orElse(request));
            if (response.getStatusCode() == 429 || response.getStatusCode() >= 500) {
                throw new Unanswered("status " + response.getStatusCode(), response.getStatusCode() != 429, null);
            }
            return response;
        } catch (ApiException e) {
            throw e.getCause() instanceof IOException io ? Unanswered.because(io) : e;
        }
    }

    @Override
    protected boolean shouldRetry(Response response, int[] codes) {
        return false;
    }

    @Override
    public void close() {
        client.close(CloseMode.GRACEFUL);
    }

    private static Request at(String base, Request original) {
        Request request = new Request(original.getMethod(), base + original.constructURL().getFile());
        original.getPostParams().forEach((name, values) -> values.forEach(value -> request.addPostParam(name, value)));
        original.getHeaderParams().forEach((name, values) -> values.forEach(value -> request.addHeaderParam(name, value)));
        if (original.getAuthStrategy() != null) {
            request.setAuth(original.getAuthStrategy());
        } else {
            request.setAuth(original.getUsername(), original.getPassword());
        }
        request.setContentType(original.getContentType());
        request.setBody(original.getBody());
        return request;
    }

    private static HttpClientBuilder builder() {
        return HttpClientBuilder.create().useSystemProperties()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().useSystemProperties()
                        .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(READ).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(READ)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1)).setTimeToLive(TimeValue.of(5, TimeUnit.MINUTES)).build())
                        .setMaxConnPerRoute(AT_ONCE).setMaxConnTotal(AT_ONCE).build())
                .setDefaultRequestConfig(RequestConfig.custom().setConnectionRequestTimeout(CONNECT).setResponseTimeout(READ).build())
                .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
    }
}
