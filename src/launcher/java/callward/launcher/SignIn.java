package callward.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the person who started us gets in. */
record SignIn(Options options, DataDir data, Server server) {

    private static final Pattern SETUP_LINK = Pattern.compile("https?://[^\\s\"\\\\]+/first-run[^\\s\"\\\\]*");

    Map<String, String> environment() throws IOException {
        var env = new HashMap<String, String>();
        if (options.demo()) {
            env.put("CALLWARD_DEMO_PASSWORD", data.secret("demo-password"));
        }
        return env;
    }

    String lines() throws IOException {
        if (options.isSet("CALLWARD_ADMIN_USER") && options.isSet("CALLWARD_ADMIN_PASSWORD")) {
            return "Sign in as " + options.env().get("CALLWARD_ADMIN_USER") + " with the password of CALLWARD_ADMIN_PASSWORD"
                + (options.demo() ? "; Tom, Ann and Bo have the password in " + data.file("demo-password") : "");
        }
        if (options.demo()) {
            return "Sign in as admin / " + data.secret("demo-password") + "   (tom, ann and bo have the same password)";
        }
        return setupLink().map(link -> "Make the first administrator here, once: " + link)
            .orElse("Sign in with your own account, or look in " + server.log() + " for the one-time set-up link");
    }

    private Optional<String> setupLink() throws IOException {
        String last = null;
        try (var lines = Files.lines(server.log())) {
            for (String line : (Iterable<String>) lines::iterator) {
                var matcher = SETUP_LINK.matcher(line.replace("\\/", "/"));
                last = matcher.find() ? matcher.group() : last;
            }
        }
        return Optional.ofNullable(last);
    }
}
