package callward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** For {@code ./verify}: a database and an empty server that the tests inside the server deploy to. Prints how they reach it. */
public final class TestBed {

    private final String name;
    private final Path folder;
    private final Progress progress = new Progress();
    private final Lifecycle lifecycle = new Lifecycle(progress);

    private TestBed(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    public static void main(String[] args) {
        var bed = new TestBed(args[0], Path.of(args[1]).toAbsolutePath());
        bed.lifecycle.run(() -> {
            bed.start();
            return null;
        });
    }

    private void start() throws Exception {
        DataDir.delete(folder);
        DataDir data = DataDir.open(folder);
        Path home = Path.of("").toAbsolutePath();
        Database database = lifecycle.begin(() -> EmbeddedDatabase.start(data, home.resolve("target/postgres"), progress)).database();
        Doors doors = Doors.of("127.0.0.1", Ports.free());
        Server server = Server.empty(name, home, data);
        ServerProcess process = lifecycle.begin(() -> ServerProcess.start(server, doors, environment(data, database, doors), data));
        awaitAdministrator(process, doors);
        // one option of Maven's a line, read by ./verify
        Files.writeString(data.file("maven.args"), "-Dcallward.test.adminPort=" + doors.admin() + "\n-Dcallward.test.httpPort=" + doors.http()
            + "\n-Dcallward.db.log=" + data.file("logs/postgres.log") + "\n");
        System.out.println("READY");
        System.out.flush();
        process.process().waitFor();
    }

    private static Map<String, String> environment(DataDir data, Database database, Doors doors) {
        var env = new HashMap<>(database.environment());
        env.put("CALLWARD_DATA_DIR", data.path().toString());
        env.put("CALLWARD_PUBLIC_URL", "http://localhost:" + doors.http());
        env.put("CALLWARD_HTTP_PORT", Integer.toString(doors.http()));
        env.put("CALLWARD_DEMO", "true");
        return env;
    }

    private void awaitAdministrator(ServerProcess process, Doors doors) throws InterruptedException, IOException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (Ports.isFree("127.0.0.1", doors.admin()) || Ports.isFree("127.0.0.1", doors.http())) {
            if (!process.process().isAlive() || System.nanoTime() > end) {
                throw new IOException("The test server does not start. " + process.lastLines());
            }
            Thread.sleep(Duration.ofMillis(200));
        }
    }
}
