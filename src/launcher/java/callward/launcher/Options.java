package callward.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the command line and the environment ask of {@code ./run}. */
record Options(String server, int port, boolean demo, boolean fresh, Path dataDir, Path home, Map<String, String> env) {

    static Options of(String[] args, Map<String, String> env) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--empty", "--fresh", "--yes" -> options.put(args[i], "");
                case "--server", "--port" -> {
                    if (i + 1 == args.length) {
                        throw new Refused(args[i] + " needs a value. See ./run --help");
                    }
                    options.put(args[i], args[++i]);
                }
                default -> throw new Refused("Unknown option " + args[i] + ". See ./run --help");
            }
        }
        Path home = Path.of("").toAbsolutePath();
        String demo = options.containsKey("--empty") ? "false" : env.getOrDefault("CALLWARD_DEMO", "true");
        return new Options(
            server(options.getOrDefault("--server", "wildfly")),
            port(options.getOrDefault("--port", env.getOrDefault("CALLWARD_HTTP_PORT", "8080"))),
            Boolean.parseBoolean(demo),
            options.containsKey("--fresh"),
            home.resolve(env.getOrDefault("CALLWARD_DATA_DIR", "data")).normalize(),
            home,
            env);
    }

    boolean isSet(String variable) {
        return !env.getOrDefault(variable, "").isBlank();
    }

    private static String server(String name) {
        if (!name.equals("wildfly") && !name.equals("payara")) {
            throw new Refused("--server is wildfly or payara, not " + name);
        }
        return name;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new Refused("A port is a number from 1 to 65535, not " + text);
        }
        return Integer.parseInt(text);
    }
}
