package callward.simulator;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/** Asks the customer's server by signed HTTP, with the carrier's patience, retries and redirects, and keeps a log of it. */
final class Webhooks {

    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_RECORDS = 500;

    private final SimulatedAccount account;
    private final Clock clock;
    private final Map<Integer, HttpClient> clients = new ConcurrentHashMap<>();
    private final Deque<WebhookRecord> log = new ArrayDeque<>();
    private final UnaryOperator<String> route;
    private final AtomicLong numbers = new AtomicLong();

    Webhooks(SimulatedAccount account, Clock clock, UnaryOperator<String> route) {
        this.account = account;
        this.clock = clock;
        this.route = route;
    }

    /** Sends the request, again where the address's overrides say so; any answer but 2xx is a failure. */
    WebhookAnswer send(WebhookRequest request) throws WebhookFailed, InterruptedException {
        var patience = ConnectionOverrides.of(request.url());
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience.totalMillis());
        var token = UUID.randomUUID().toString();
        for (int attempt = 0; ; attempt++) {
            try {
                return followed(request, patience, deadline, token);
            } catch (WebhookFailed failure) {
                boolean again = attempt < patience.retries() && patience.retryOn().contains(failure.kind)
                        && System.nanoTime() < deadline;
                if (!again) {
                    throw failure;
                }
            }
        }
    }

    private WebhookAnswer followed(WebhookRequest first, ConnectionOverrides patience, long deadline, String token)
            throws WebhookFailed, InterruptedException {
        var request = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer = exchange(request, patience, deadline, token);
            var location = answer.headers().firstValue("location").orElse(null);
            if (answer.statusCode() / 100 != 3 || location == null) {
                return checked(answer, request.url());
            }
            request = redirected(request, answer.statusCode(), location);
        }
        throw new WebhookFailed(11215, "more than " + MOST_REDIRECTS + " redirects", first.url(), "");
    }

    /** Like Twilio, a redirected request is a new one: what a verb had gathered is lost. */
    private WebhookRequest redirected(WebhookRequest old, int status, String location) {
        var url = URI.create(withoutFragment(old.url())).resolve(location).toString();
        var method = status == 307 || status == 308 ? old.method() : "GET";
        return new WebhookRequest(old.callSid(), old.purpose(), url, method, old.base(), Fields.none(), old.cookies(), old.signed());
    }

    private static WebhookAnswer checked(HttpResponse<byte[]> answer, String url) throws WebhookFailed {
        int status = answer.statusCode();
        if (status / 100 != 2) {
            throw new WebhookFailed(11217, "HTTP status " + status, url, status / 100 + "xx");
        }
        var type = answer.headers().firstValue("content-type").orElse(null);
        return new WebhookAnswer(status, type, answer.body(), url);
    }

    private HttpResponse<byte[]> exchange(WebhookRequest request, ConnectionOverrides patience, long deadline, String token)
            throws WebhookFailed, InterruptedException {
        var target = Target.of(request.url());
        boolean get = request.method().equals("GET");
        var form = request.parameters().encode();
        var url = get && !form.isEmpty() ? target.url() + (target.url().contains("?") ? "&" : "?") + form : target.url();
        var builder = HttpRequest.newBuilder(uri(route.apply(url)))
                .header("User-Agent", "TwilioProxy/1.1").header("Accept", "*/*")
                .header("I-Twilio-Idempotency-Token", token)
                .timeout(Duration.ofMillis(patience.readMillis()));
        if (request.signed()) {
            var signature = Signature.of(account.authToken(), url, get ? Fields.none() : request.parameters());
            builder.header("X-Twilio-Signature", signature);
        }
        if (get) {
            builder.GET();
        } else {
            builder.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8));
        }
        cookies(request.cookies(), uri(url)).forEach(cookie -> builder.header("Cookie", cookie));
        var answer = timed(request, url, builder.build(), patience, deadline);
        if (answer.statusCode() == 401 && target.credentials() != null
                && answer.headers().firstValue("www-authenticate").orElse("").contains("realm")) {
            builder.setHeader("Authorization", "Basic "
                    + Base64.getEncoder().encodeToString(target.credentials().getBytes(StandardCharsets.UTF_8)));
            answer = timed(request, url, builder.build(), patience, deadline);
        }
        return answer;
    }

    private HttpResponse<byte[]> timed(WebhookRequest request, String url, HttpRequest http, ConnectionOverrides patience,
                                       long deadline) throws WebhookFailed, InterruptedException {
        var at = clock.instant();
        long start = System.nanoTime();
        try {
            var answer = client(patience.connectMillis()).sendAsync(http, HttpResponse.BodyHandlers.ofByteArray())
                    .get(Math.max(1, deadline - start), TimeUnit.NANOSECONDS);
            keepCookies(request.cookies(), http.uri(), answer);
            note(request, url, at, start, answer, null);
            return answer;
        } catch (ExecutionException e) {
            var failure = failure(e.getCause(), request.url());
            note(request, url, at, start, null, failure);
            throw failure;
        } catch (TimeoutException e) {
            var failure = new WebhookFailed(11205, "no answer in time", request.url(), "rt");
            note(request, url, at, start, null, failure);
            throw failure;
        }
    }

    private static WebhookFailed failure(Throwable cause, String url) {
        if (cause instanceof HttpConnectTimeoutException) {
            return new WebhookFailed(11205, "could not connect in time", url, "ct");
        }
        if (cause instanceof HttpTimeoutException) {
            return new WebhookFailed(11205, "no answer in time", url, "rt");
        }
        if (cause instanceof SSLException) {
            return new WebhookFailed(11220, "TLS: " + cause.getMessage(), url, "");
        }
        if (cause instanceof ConnectException) {
            boolean unknown = cause.getCause() instanceof UnresolvedAddressException || cause.getCause() instanceof UnknownHostException;
            return unknown ? new WebhookFailed(11210, "host not found", url, "ct")
                    : new WebhookFailed(11205, "could not connect", url, "ct");
        }
        return cause instanceof IOException ? new WebhookFailed(11206, "not HTTP as expected: " + cause.getMessage(), url, "rt")
                : new WebhookFailed(11200, String.valueOf(cause.getMessage()), url, "");
    }

    private HttpClient client(int connectMillis) {
        return clients.computeIfAbsent(connectMillis, millis -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofMillis(millis)).build());
    }

    private static URI uri(String url) throws WebhookFailed {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new WebhookFailed(11100, "not an address: " + url, url, "");
        }
    }

    private static List<String> cookies(CookieManager cookies, URI uri) {
        try {
            return cookies == null ? List.of() : cookies.get(uri, Map.of()).getOrDefault("Cookie", List.of());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keepCookies(CookieManager cookies, URI uri, HttpResponse<?> answer) {
        try {
            if (cookies != null) {
                cookies.put(uri, answer.headers().map());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(WebhookRequest request, String url, java.time.Instant at, long start, HttpResponse<byte[]> answer, WebhookFailed failure) {
        var type = answer == null ? null : answer.headers().firstValue("content-type").orElse(null);
        var entry = new WebhookRecord(numbers.incrementAndGet(), at, request.callSid(), request.purpose(), request.method(),
                request.method().equals("GET") ? url : withoutFragment(request.url()), request.parameters(),
                answer == null ? 0 : answer.statusCode(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                type, answer == null ? null : shown(type, answer.body()), failure == null ? null : failure.getMessage());
        synchronized (log) {
            log.addLast(entry);
            if (log.size() > MOST_RECORDS) {
                log.removeFirst();
            }
        }
        account.bell().ring();
    }

    private static String shown(String type, byte[] body) {
        if (type != null && type.startsWith("audio/")) {
            return body.length + " bytes of sound";
        }
        return new String(body, 0, Math.min(body.length, 65_536), StandardCharsets.UTF_8);
    }

    List<WebhookRecord> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    static String withoutFragment(String url) {
        return url.contains("#") ? url.substring(0, url.indexOf('#')) : url;
    }

    /** An address as it is requested, and the user and password that stood in it. */
    private record Target(String url, String credentials) {

        static Target of(String url) {
            var plain = withoutFragment(url);
            var matcher = java.util.regex.Pattern.compile("^(https?://)([^/?@]*)@(.*)$").matcher(plain);
            return matcher.matches() ? new Target(matcher.group(1) + matcher.group(3), matcher.group(2)) : new Target(plain, null);
        }
    }
}
