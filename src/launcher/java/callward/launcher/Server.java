package callward.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** An application server as a folder and a command. */
interface Server {

    /** Lays out a server of its own in the data folder and says how to start it. */
    ProcessBuilder prepare(Doors doors) throws IOException;

    Path log();

    /** Why the WAR could not be deployed, once the server has said so. */
    Optional<String> failure() throws IOException;

    /** A server with the WAR that the build left in {@code target}. */
    static Server withWar(String name, Path home, DataDir data) {
        return of(name, home, Optional.of(home.resolve("target/callward")), data);
    }

    /** A server that somebody else will deploy to. */
    static Server empty(String name, Path home, DataDir data) {
        return of(name, home, Optional.empty(), data);
    }

    private static Server of(String name, Path home, Optional<Path> war, DataDir data) {
        Path servers = home.resolve("target/server");
        return name.equals("payara") ? new Payara(servers, war, data) : new WildFly(servers, war, data);
    }
}
