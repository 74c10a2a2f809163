package callward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The program behind {@code ./run}: starts the database and the server, waits until they answer, and stops both. */
public final class Launcher {

    private final Options options;
    private final Progress progress = new Progress();
    private final Lifecycle lifecycle = new Lifecycle(progress);

    private Launcher(Options options) {
        this.options = options;
    }

    public static void main(String[] args) {
        try {
            new Launcher(Options.of(args, System.getenv())).run();
        } catch (Refused e) {
            System.err.println("callward: " + e.getMessage());
            System.exit(2);
        }
    }

    private void run() {
        lifecycle.run(() -> {
            start();
            return null;
        });
    }

    private void start() throws Exception {
        DataDir data = DataDir.open(options.dataDir());
        lifecycle.begin(() -> lock(data));
        Leftovers leftovers = new Leftovers(data, progress);
        leftovers.stop();
        if (options.fresh()) {
            progress.say("Emptying " + data.path());
            data.empty();
        }
        String address = options.env().getOrDefault("CALLWARD_BIND_ADDRESS", "127.0.0.1");
        if (!Ports.isFree(address, options.port())) {
            throw new Refused("Port " + options.port() + " is in use by another program (or needs root). Stop that program, or choose another port: ./run --port "
                + Ports.freeNear(options.port() + 1));
        }
        Database database = database(data);
        Server server = Server.withWar(options.server(), options.home(), data);
        SignIn signIn = SignIn.before(options, data, server);
        ServerProcess process = lifecycle.begin(() -> {
            progress.step("Starting the application server, " + (options.server().equals("payara") ? "Payara" : "WildFly") + ", on port " + options.port());
            return ServerProcess.start(server, Doors.of(address, options.port()), environment(data, database, signIn), data);
        });
        progress.step("Waiting until Callward answers");
        try {
            new Readiness(options.port(), progress).await(process.process(), server);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "\n" + process.lastLines(), e);
        }
        progress.step("Callward answers");
        System.out.println("\n  " + publicUrl() + "\n  " + signIn.lines() + "\n  Log: " + server.log() + "\n\nREADY");
        System.out.flush();
        int code = process.process().waitFor();
        if (!lifecycle.isStopping()) {
            throw new IOException("The server stopped by itself with code " + code + "; its log is " + server.log());
        }
    }

    private Database database(DataDir data) throws Exception {
        if (options.isSet("CALLWARD_DB_URL")) {
            progress.step("Using the database of CALLWARD_DB_URL");
            return null;
        }
        return lifecycle.begin(() -> {
            progress.step("Starting PostgreSQL in " + data.file("postgres"));
            return EmbeddedDatabase.start(data, options.home().resolve("target/postgres"), progress);
        }).database();
    }

    private Map<String, String> environment(DataDir data, Database database, SignIn signIn) throws IOException {
        var env = new HashMap<String, String>(signIn.environment());
        if (database != null) {
            env.putAll(database.environment());
        }
        env.put("CALLWARD_DATA_DIR", data.path().toString());
        if (options.isSet("CALLWARD_PUBLIC_URL")) { // else it is set in the console, and localhost until then
            env.put("CALLWARD_PUBLIC_URL", publicUrl());
        }
        env.put("CALLWARD_DEMO", Boolean.toString(options.demo()));
        env.put("CALLWARD_HTTP_PORT", Integer.toString(options.port()));
        return env;
    }

    private String publicUrl() {
        return options.isSet("CALLWARD_PUBLIC_URL") ? options.env().get("CALLWARD_PUBLIC_URL") : "http://localhost:" + options.port();
    }

    /** An earlier run may be in the middle of stopping: wait for it, but not for one that means to stay. */
    private AutoCloseable lock(DataDir data) throws IOException, InterruptedException {
        Path owner = data.file("run/launcher.pid");
        for (int second = 0; ; second++) {
            var lock = data.lock();
            if (lock.isPresent()) {
                Leftovers.remember(owner, ProcessHandle.current());
                return lock.get();
            }
            String pid = Files.exists(owner) ? Files.readString(owner).strip() : "unknown";
            if (second == 15) {
                throw new Refused("Another ./run (process " + pid + ") is using " + data.path() + ". Stop it, or set CALLWARD_DATA_DIR and --port.");
            }
            if (second % 5 == 0) {
                progress.say("Another ./run (process " + pid + ") is using " + data.path() + ": waiting for it to stop");
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }
}
