package callward.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A customer's server in a test: answers as scripted, and keeps what it was asked. */
final class CustomerApp implements AutoCloseable {

    /** What the server was asked. */
    record Asked(String method, String path, Fields fields, Map<String, List<String>> headers, boolean signed) {

        String get(String field) {
            return fields.get(field);
        }

        String header(String name) {
            var values = headers.get(name);
            return values == null ? null : values.get(0);
        }
    }

    /** What it answers. */
    record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

        static Reply twiml(String verbs) {
            return xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verbs + "</Response>");
        }

        static Reply xml(String document) {
            return new Reply(200, "text/xml", document.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        static Reply of(int status, String contentType, String body) {
            return new Reply(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
        }

        static Reply to(int status, String location) {
            return new Reply(status, null, new byte[0], Map.of("Location", location));
        }

        Reply with(String header, String value) {
            var all = new HashMap<>(headers);
            all.put(header, value);
            return new Reply(status, contentType, body, all);
        }
    }

    private final HttpServer server;
    private final String token;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Function<Asked, Reply>> script = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    CustomerApp(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    CustomerApp on(String path, String verbs) {
        return on(path, Reply.twiml(verbs));
    }

    CustomerApp on(String path, Reply reply) {
        return on(path, asked -> reply);
    }

    CustomerApp on(String path, Function<Asked, Reply> reply) {
        script.put(path, reply);
        return this;
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(a -> a.path().equals(path)).toList();
    }

    /** The only, or latest, request to the path; waits for it. */
    Asked wasAsked(String path) {
        LineEnd.until("a request to " + path, Duration.ofSeconds(10), () -> !asked(path).isEmpty());
        return asked(path).getLast();
    }

    List<Asked> wasAsked(String path, int times) {
        LineEnd.until(times + " requests to " + path, Duration.ofSeconds(10), () -> asked(path).size() >= times);
        return asked(path);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var raw = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var query = exchange.getRequestURI().getRawQuery();
        var body = Fields.decode(raw);
        var fields = Fields.none().addAll(Fields.decode(query)).addAll(body);
        var request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), fields,
                Map.copyOf(exchange.getRequestHeaders()), isSigned(exchange, body));
        asked.add(request);
        var reply = script.getOrDefault(request.path(), a -> Reply.of(404, "text/plain", "no such page")).apply(request);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        if (reply.contentType() != null) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    /** Checked with the carrier's own library, not with our signer. */
    private boolean isSigned(HttpExchange exchange, Fields body) {
        var signature = exchange.getRequestHeaders().getFirst("X-Twilio-Signature");
        var parameters = new HashMap<String, String>();
        body.asMap().forEach((name, values) -> parameters.put(name, values.get(0)));
        return signature != null && new RequestValidator(token)
                .validate(url(exchange.getRequestURI().toString()), parameters, signature);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
