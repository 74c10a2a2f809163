package callward.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs us and so runs the server. */
final class Java {

    private Java() {
    }

    static String command() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String home() {
        return System.getProperty("java.home");
    }

    /** Small on a desk, enough for a busy line; CALLWARD_JAVA_OPTS has the last word. */
    static List<String> memory() {
        var options = new ArrayList<>(List.of("-Xms128m", "-Xmx512m", "-XX:MaxMetaspaceSize=384m"));
        if (Runtime.version().feature() >= 25) {
            options.add("-XX:+UseCompactObjectHeaders");
        }
        String own = System.getenv().getOrDefault("CALLWARD_JAVA_OPTS", "").strip();
        if (!own.isEmpty()) {
            options.addAll(List.of(own.split("\\s+")));
        }
        return options;
    }
}
