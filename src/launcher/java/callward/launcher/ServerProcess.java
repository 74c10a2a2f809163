package callward.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The running application server. */
record ServerProcess(Process process, Path pidFile, Path console) implements AutoCloseable {

    static ServerProcess start(Server server, Doors doors, Map<String, String> env, DataDir data) throws IOException {
        Path console = data.file("logs/console.log");
        Path pidFile = data.file("run/server.pid");
        Files.createDirectories(server.log().getParent());
        ProcessBuilder builder = server.prepare(doors);
        builder.environment().putAll(env);
        builder.environment().put("JAVA_HOME", Java.home());
        builder.directory(data.path().toFile());
        builder.redirectErrorStream(true).redirectOutput(console.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        Leftovers.remember(pidFile, process.toHandle());
        return new ServerProcess(process, pidFile, console);
    }

    @Override
    public void close() throws IOException {
        Leftovers.end(process.toHandle(), Duration.ofSeconds(25));
        Files.deleteIfExists(pidFile);
    }

    String lastLines() throws IOException {
        List<String> lines = new String(Files.readAllBytes(console), StandardCharsets.UTF_8).lines().toList();
        return "Its last lines (all are in " + console + "):\n  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
