package callward.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the person who started us gets in. */
record SignIn(Options options, DataDir data, Server server, long logSoFar) {

    private static final Pattern SETUP_LINK = Pattern.compile("set-up-link=(https?://[^\\s\"\\\\]+)");

    /** Before the server starts: links of earlier runs are no good any more. */
    static SignIn before(Options options, DataDir data, Server server) throws IOException {
        return new SignIn(options, data, server, Files.exists(server.log()) ? Files.size(server.log()) : 0);
    }

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
        try (var log = Files.newInputStream(server.log())) {
            log.skipNBytes(Math.min(logSoFar, Files.size(server.log())));
            String written = new String(log.readAllBytes(), StandardCharsets.UTF_8).replace("\\/", "/");
            return SETUP_LINK.matcher(written).results().map(found -> found.group(1)).reduce((first, last) -> last);
        }
    }
}
