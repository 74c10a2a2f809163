package callward.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Run by the build: applies {@code server-config} to an unpacked server, as an administrator would to his own. */
public final class Provision {

    private final Path home;
    private final Path config;

    private Provision(Path home, Path config) {
        this.home = home;
        this.config = config;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var provision = new Provision(Path.of(args[1]), Path.of(args[2]));
        Path mark = Path.of(args[1] + ".configured");
        String wanted = provision.fingerprint();
        Path result = provision.home.resolve(args[0].equals("payara") ? "glassfish/domains/" + Payara.DOMAIN + "/config/domain.xml"
            : "standalone/configuration/standalone.xml");
        if (Files.exists(mark) && Files.readString(mark).equals(wanted + made(result))) {
            return;
        }
        Files.deleteIfExists(mark);
        if (args[0].equals("payara")) {
            provision.payara();
        } else {
            provision.wildfly();
        }
        Files.writeString(mark, wanted + made(result));
    }

    /** Differs after the server was unpacked over what we had configured. */
    private static String made(Path result) throws IOException {
        return Files.exists(result) ? "\n" + Files.getLastModifiedTime(result) : "";
    }

    private void wildfly() throws IOException, InterruptedException {
        Path current = home.resolve("standalone/configuration");
        Path pristine = home.resolve("standalone/configuration-as-shipped");
        if (Files.exists(pristine)) {
            DataDir.delete(current);
            DataDir.copy(pristine, current);
        } else {
            DataDir.copy(current, pristine);
        }
        Path script = Files.createTempFile("callward", ".cli");
        Files.writeString(script, "embed-server --std-out=discard --server-config=standalone.xml\n"
            + Files.readString(config.resolve("configure.cli")) + "\nstop-embedded-server\n");
        run(commandLine(script));
        Files.delete(script);
        DataDir.delete(current.resolve("standalone_xml_history"));
    }

    private ProcessBuilder commandLine(Path script) {
        var builder = new ProcessBuilder(Java.command(), "--add-modules=java.se",
            "-Djboss.home.dir=" + home,
            "-Djboss.cli.config=" + home.resolve("bin/jboss-cli.xml"),
            "-Dlogging.configuration=" + home.resolve("bin/jboss-cli-logging.properties").toUri(),
            "-jar", home.resolve("jboss-modules.jar").toString(),
            "-mp", home.resolve("modules").toString(),
            "org.jboss.as.cli", "--file=" + script);
        builder.environment().put("JBOSS_HOME", home.toString());
        return builder;
    }

    private void payara() throws IOException, InterruptedException {
        Path domains = home.resolve("glassfish/domains");
        Path domain = domains.resolve(Payara.DOMAIN);
        DataDir.delete(domain);
        int base = freeBase();
        run(asadmin(home, "create-domain", "--nopassword", "--portbase", Integer.toString(base), "--domaindir", domains.toString(), Payara.DOMAIN));
        Files.createDirectories(domain.resolve("lib"));
        Files.copy(home.resolve("callward/postgresql.jar"), domain.resolve("lib/postgresql.jar"));
        run(asadmin(home, "start-domain", "--domaindir", domains.toString(), Payara.DOMAIN));
        try {
            run(asadmin(home, "--port", Integer.toString(base + 48), "multimode", "--file", config.resolve("configure.asadmin").toString()));
        } finally {
            run(asadmin(home, "stop-domain", "--domaindir", domains.toString(), Payara.DOMAIN));
        }
        for (String made : List.of("logs", "osgi-cache", "generated", "applications/__internal")) {
            DataDir.delete(domain.resolve(made));
        }
    }

    /** A hundred ports in a row of which those used while configuring are free. */
    private static int freeBase() {
        for (int base = 20000; base < 60000; base += 100) {
            if (Ports.isFree("0.0.0.0", base + 48) && Ports.isFree("0.0.0.0", base + 80) && Ports.isFree("0.0.0.0", base + 81)) {
                return base;
            }
        }
        throw new Refused("No free range of TCP ports was found on this machine.");
    }

    static ProcessBuilder asadmin(Path home, String... arguments) {
        var command = new ArrayList<>(List.of(Java.command(), "-jar", home.resolve("glassfish/lib/client/appserver-cli.jar").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", Java.home());
        builder.environment().put("AS_JAVA", Java.home());
        return builder;
    }

    static String output(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(output);
        if (process.waitFor() != 0) {
            throw new IOException("Configuring " + home + " failed: " + builder.command());
        }
    }

    /** Changes whenever the scripts do. */
    private String fingerprint() throws IOException {
        var text = new StringBuilder("1\n");
        try (var files = Files.list(config)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(file.getFileName()).append('\n').append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }
}
