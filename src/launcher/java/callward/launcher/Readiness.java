package callward.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the application until it says that every part of it works. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest question;
    private final Progress progress;
    private String lastAnswer = "nothing answers yet";

    Readiness(int port, Progress progress) {
        this.question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).timeout(Duration.ofSeconds(10)).build();
        this.progress = progress;
    }

    void await(Process process, Server server) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long told = start;
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new IOException("The server ended with code " + process.exitValue());
            }
            var failure = server.failure();
            if (failure.isPresent()) {
                throw new IOException("The WAR could not be deployed: " + failure.get());
            }
            long now = System.nanoTime();
            if (now - start > PATIENCE.toNanos()) {
                throw new IOException("The server is not ready after " + PATIENCE.toMinutes() + " minutes (" + lastAnswer + ")");
            }
            if (now - told > Duration.ofSeconds(5).toNanos()) {
                told = now;
                progress.say("      waiting for the server: " + lastAnswer);
            }
            Thread.sleep(Duration.ofMillis(150));
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            var answer = http.send(question, HttpResponse.BodyHandlers.ofString());
            String body = answer.body().strip();
            lastAnswer = "status " + answer.statusCode() + (body.startsWith("{") ? " " + body.substring(0, Math.min(300, body.length())) : "");
            return answer.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
