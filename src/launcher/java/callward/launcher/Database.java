package callward.launcher;

import java.util.Map;

/** Where the application finds its PostgreSQL. */
record Database(String url, String user, String password) {

    Map<String, String> environment() {
        return Map.of("CALLWARD_DB_URL", url, "CALLWARD_DB_USER", user, "CALLWARD_DB_PASSWORD", password);
    }
}
