package callward.simulator;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;

/** Points the carrier's own Java library at a town. */
final class TwilioRest {

    private TwilioRest() {
    }

    static TwilioRestClient client(Town town) {
        return new TwilioRestClient.Builder(town.accountSid(), town.authToken()).accountSid(town.accountSid())
                .httpClient(elsewhere(town.restUrl())).build();
    }

    private static HttpClient elsewhere(String base) {
        return new NetworkHttpClient() {
            @Override
            public Response makeRequest(Request asked) {
                var url = URI.create(asked.getUrl());
                var request = new Request(asked.getMethod(), base + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
                asked.getQueryParams().forEach((name, values) -> values.forEach(value -> request.addQueryParam(name, value)));
                asked.getPostParams().forEach((name, values) -> values.forEach(value -> request.addPostParam(name, value)));
                asked.getHeaderParams().forEach((name, values) -> values.forEach(value -> request.addHeaderParam(name, value)));
                request.setAuth(asked.getUsername(), asked.getPassword());
                return super.makeRequest(request);
            }
        };
    }
}
