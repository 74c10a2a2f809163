package callward.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A whole Callward of a journey's own: started as {@code ./run} starts it, in a data folder below {@code target/}. */
final class DeskServer implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Path HOME = Path.of("").toAbsolutePath();

    /** Of a program with an administrator's rights. */
    static final String TOKEN = "journey-api-token-0123456789";

    /** It is up in two thirds of the time: the second compiler never pays off what it costs here. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** The data folder of a server that runs already, or null: then a journey is tried out without starting one. */
    private static final String RUNNING = System.getProperty("callward.running");

    private final String server = System.getProperty("callward.server", "wildfly");
    private final Path data;
    private final int port;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private Process launcher;

    DeskServer(String name) {
        port = RUNNING == null ? freePort() : Integer.getInteger("callward.port", 8080);
        if (RUNNING != null) {
            data = Path.of(RUNNING);
            return;
        }
        data = HOME.resolve("target/journeys").resolve(server + "-" + name);
        delete(data);
        with("CALLWARD_DATA_DIR", data.toString()).with("CALLWARD_DEMO", "true").with("CALLWARD_JAVA_OPTS", SHORT_LIVED);
    }

    /** With the Java that {@code ./run} gives it, and not with one for a short life. */
    DeskServer asShipped() {
        environment.remove("CALLWARD_JAVA_OPTS");
        return this;
    }

    DeskServer with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    String url() {
        return "http://localhost:" + port;
    }

    Path dataFolder() {
        return data;
    }

    /** Of the demo company's accounts, as {@code ./run} prints it. */
    String password() {
        try {
            return Files.readString(data.resolve("demo-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its database, for what no door of ours does. */
    Connection database() throws SQLException {
        try {
            String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
            return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/callward", "callward", Files.readString(data.resolve("database-password")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts database and server, and waits until they answer. */
    DeskServer start() {
        if (RUNNING != null) {
            return this;
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(java(), "-XX:TieredStopAtLevel=1", "-Xmx96m", "-cp",
                HOME.resolve("target/launcher/classes") + ":" + HOME.resolve("target/launcher/lib") + "/*", "callward.launcher.Launcher",
                "--server", server, "--port", "" + port)).directory(HOME.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CALLWARD_"));
        builder.environment().putAll(environment);
        CountDownLatch ready = new CountDownLatch(1);
        try {
            launcher = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // not a virtual thread: reading holds its carrier, and two servers would hold all that a small machine has
        Thread.ofPlatform().daemon().name("what " + data.getFileName() + " says").start(() -> read(launcher, ready));
        await(ready);
        return this;
    }

    /** As when somebody pulls the plug: the application server is gone at once; whatever the launcher still held is stopped. */
    void killServer() throws IOException {
        long pid = Long.parseLong(Files.readString(data.resolve("run/server.pid")).strip().split("\\s")[0]);
        ProcessHandle.of(pid).orElseThrow(() -> new AssertionError("no server runs as " + pid)).destroyForcibly();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the launcher did not notice that its server is gone\n" + said());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String said() {
        return String.join("\n", output);
    }

    /** The server's log so far. */
    String log() {
        try {
            return Files.readString(data.resolve("logs/server.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).GET(), headers);
    }

    HttpResponse<String> post(String path, String form, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)), headers);
    }

    /** @param body null when there is none */
    HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body)), headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (launcher != null && launcher.isAlive()) {
            launcher.destroy();
            Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> !launcher.isAlive());
        }
    }

    private void read(Process process, CountDownLatch ready) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.equals("READY")) {
                    ready.countDown();
                }
            }
        } catch (IOException ended) {
            output.add(ended.toString());
        }
    }

    private void await(CountDownLatch ready) {
        try {
            for (int second = 0; second < 300 && launcher.isAlive(); second++) {
                if (ready.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        String last = output.isEmpty() ? "it said nothing" : output.getLast();
        close();
        throw new AssertionError("the server did not start: " + last + "\n" + said());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Of those that the system gives to no connection: else one of its many takes it before our server does, or one of its neighbours (launcher.Doors). */
    static int freePort() {
        return ThreadLocalRandom.current().ints(10_000, 30_000).limit(1_000).filter(DeskServer::isFree).findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : new ArrayList<>(files.toList()).reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
