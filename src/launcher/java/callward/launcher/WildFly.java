package callward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** WildFly: the installation stays as it is, everything that changes lies in the data folder. */
record WildFly(Path servers, Optional<Path> war, DataDir data) implements Server {

    /** What WildFly's own standalone.sh gives a modular JDK. */
    private static final List<String> MODULE_OPTIONS = List.of(
        "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
        "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
        "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.security=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.management/javax.management=ALL-UNNAMED",
        "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    @Override
    public ProcessBuilder prepare(Doors doors) throws IOException {
        Path home = home();
        DataDir.delete(base().resolve("deployments"));
        DataDir.delete(base().resolve("tmp"));
        DataDir.delete(base().resolve("configuration"));
        DataDir.copy(home.resolve("standalone/configuration"), base().resolve("configuration"));
        Files.createDirectories(deployment().getParent());
        if (war.isPresent()) {
            DataDir.copy(war.get(), deployment());
            Files.createFile(deployment().resolveSibling("callward.war.dodeploy"));
        }

        var command = new ArrayList<String>();
        command.add(Java.command());
        command.addAll(Java.memory());
        command.addAll(MODULE_OPTIONS);
        command.addAll(List.of(
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true",
            "-Djboss.modules.system.pkgs=org.jboss.byteman",
            // the lines before the JSON formatter is there
            "-Dorg.jboss.boot.log.file=" + data.file("logs/boot.log"),
            "-Dlogging.configuration=" + base().resolve("configuration/logging.properties").toUri(),
            "-jar", home.resolve("jboss-modules.jar").toString(),
            "-mp", home.resolve("modules").toString(),
            "org.jboss.as.standalone",
            "-Djboss.home.dir=" + home,
            "-Djboss.server.base.dir=" + base(),
            "-Djboss.server.log.dir=" + log().getParent(),
            "-Djboss.tx.node.id=callward",
            "-Djboss.bind.address=" + doors.address(),
            "-Djboss.bind.address.management=127.0.0.1",
            "-Djboss.http.port=" + doors.http(),
            "-Djboss.https.port=" + doors.https(),
            "-Djboss.management.http.port=" + doors.admin(),
            "--server-config=standalone.xml"));
        return new ProcessBuilder(command);
    }

    @Override
    public Path log() {
        return data.file("logs/server.log");
    }

    @Override
    public Optional<String> failure() throws IOException {
        Path failed = deployment().resolveSibling("callward.war.failed");
        return Files.exists(failed) ? Optional.of(withoutStack(Files.readString(failed))) : Optional.empty();
    }

    private static String withoutStack(String text) {
        return text.lines().filter(line -> !line.startsWith("\tat ")).limit(20).collect(Collectors.joining("\n"));
    }

    private Path base() {
        return data.file("server/wildfly");
    }

    private Path deployment() {
        return base().resolve("deployments/callward.war");
    }

    private Path home() throws IOException {
        return only(servers, "wildfly-");
    }

    static Path only(Path servers, String prefix) throws IOException {
        try (var found = Files.list(servers)) {
            return found.filter(Files::isDirectory).filter(f -> f.getFileName().toString().startsWith(prefix)).findFirst()
                .orElseThrow(() -> new Refused("No server in " + servers + ": delete the folder target and try again."));
        }
    }
}
