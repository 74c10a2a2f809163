package callward.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that speaks as much of the carrier's REST API as a test tells it to, and remembers what it was asked. */
final class OtherCarrier implements AutoCloseable {

    record Asked(String method, String target, String authorization, String body) { }

    private record Answer(int status, String type, byte[] body, String location) { }

    final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean silent;

    OtherCarrier() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    OtherCarrier answers(int status, String json) {
        answers.add(new Answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8), null));
        return this;
    }

    OtherCarrier answers(int status, String type, byte[] body) {
        answers.add(new Answer(status, type, body, null));
        return this;
    }

    OtherCarrier sendsOnTo(String location) {
        answers.add(new Answer(302, "text/plain", new byte[0], location));
        return this;
    }

    /** Takes requests and never answers. */
    OtherCarrier keepsSilent() {
        silent = true;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Authorization"), body));
            if (silent) {
                closing.await();
                return;
            }
            Answer answer = answers.size() > 1 ? answers.poll() : answers.peek();
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.location() != null) {
                exchange.getResponseHeaders().set("Location", answer.location());
            }
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
