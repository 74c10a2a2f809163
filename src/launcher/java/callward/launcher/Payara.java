package callward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payara: the prepared domain is copied into the data folder and given its ports. */
record Payara(Path servers, Optional<Path> war, DataDir data) implements Server {

    static final String DOMAIN = "callward";

    @Override
    public ProcessBuilder prepare(Doors doors) throws IOException {
        Path home = WildFly.only(servers, "payara");
        DataDir.delete(domain());
        DataDir.copy(home.resolve("glassfish/domains").resolve(DOMAIN), domain());
        new PayaraDomain(domain()).listenOn(doors).logTo(log());
        Files.createDirectories(domain().resolve("autodeploy"));
        if (war.isPresent()) {
            Files.copy(war.get().resolveSibling("callward.war"), domain().resolve("autodeploy/callward.war"));
        }
        return new ProcessBuilder(command(home));
    }

    @Override
    public Path log() {
        return data.file("logs/server.log");
    }

    @Override
    public Optional<String> failure() {
        return Files.exists(domain().resolve("autodeploy/callward.war_deployFailed"))
            ? Optional.of("Payara refused the WAR") : Optional.empty();
    }

    /** Payara composes its long command line itself; we only want to be the parent of the process. */
    private List<String> command(Path home) throws IOException {
        var process = Provision.asadmin(home, "start-domain", "--dry-run", "--domaindir", domain().getParent().toString(), DOMAIN);
        var lines = new ArrayList<>(Provision.output(process).lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        int first = 0;
        while (first < lines.size() && !lines.get(first).endsWith("java")) {
            first++;
        }
        var command = new ArrayList<>(lines.subList(first, lines.size()));
        command.removeIf(line -> line.startsWith("Command start-domain"));
        if (command.isEmpty()) {
            throw new IOException("Payara did not say how it is started: " + lines);
        }
        command.addAll(1, Java.memory());
        // asadmin would have typed the master password for it
        command.set(command.indexOf("-read-stdin") + 1, "false");
        return command;
    }

    private Path domain() {
        return data.file("server/payara").resolve(DOMAIN);
    }
}
