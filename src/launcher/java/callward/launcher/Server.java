package callward.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** An application server with our WAR in it, as a folder and a command. */
interface Server {

    /** Lays out a server of its own in the data folder, with today's WAR, and says how to start it. */
    ProcessBuilder prepare(String address, int httpPort) throws IOException;

    Path log();

    /** Why the WAR could not be deployed, once the server has said so. */
    Optional<String> failure() throws IOException;

    static Server of(Options options, DataDir data) {
        Path servers = options.home().resolve("target/server");
        Path war = options.home().resolve("target/callward");
        return options.server().equals("payara") ? new Payara(servers, war, data) : new WildFly(servers, war, data);
    }
}
