package callward.access;

import java.util.List;
import java.util.Set;

/** Which role a path needs. What is not named here is the administrators': a page somebody forgets is shut, not open. */
public final class Doors {

    static final String OWN_PASSWORD = "/account/password";

    /** These decide for themselves (signature, token, unguessable name) or must be open to strangers. */
    private static final List<String> OPEN_BELOW = List.of("/jakarta.faces.resource/", "/resources/", "/twilio/", "/media/", "/health/",
            "/simulator/carrier/", "/api/", "/desk/socket/");
    private static final Set<String> OPEN = Set.of("/sign-in", "/sign-in/oidc", "/sign-in/oidc/callback", "/welcome", "/set-up", "/metrics", "/desk/socket", "/favicon.ico", "/robots.txt");

    private static final Set<String> AGENTS = Set.of("", "desk", "board", "calls", "voicemail", "customers", "tickets", "simulator", "account",
            "reference");
    private static final Set<String> SUPERVISORS = Set.of("greetings", "destinations", "reports", "lines", "scripts", "groups", "hours",
            "agents", "notices", "status");

    /** Pages of a room that are not for all who may enter it: where numbers are taken over and rented, which costs money. */
    private static final Set<String> ADMINISTRATORS_PAGES = Set.of("/lines/find", "/lines/import");
    private static final Set<String> SUPERVISORS_PAGES = Set.of("/voicemail/mailbox");

    private Doors() { }

    /** Whether Faces answers: what does not decide for itself. */
    static boolean isPage(String path) {
        return devious(path) || OPEN_BELOW.stream().noneMatch(path::startsWith);
    }

    /** @param path decoded, within the application */
    public static boolean open(String path) {
        return !devious(path) && (OPEN.contains(page(path)) || OPEN_BELOW.stream().anyMatch(path::startsWith));
    }

    /** @param path decoded, within the application */
    public static Role needed(String path) {
        String room = devious(path) ? null : room(page(path));
        if (room == null || ADMINISTRATORS_PAGES.contains(page(path))) {
            return Role.ADMIN;
        }
        return SUPERVISORS_PAGES.contains(page(path)) ? Role.SUPERVISOR
                : AGENTS.contains(room) ? Role.AGENT : SUPERVISORS.contains(room) ? Role.SUPERVISOR : Role.ADMIN;
    }

    /** The first parts of the paths that a role opens and the role below it does not; administrators open the rest, whatever it is. */
    public static List<String> openedBy(Role role) {
        return switch (role) {
            case AGENT -> AGENTS.stream().filter(room -> !room.isEmpty()).sorted().toList();
            case SUPERVISOR -> SUPERVISORS.stream().sorted().toList();
            case ADMIN -> List.of();
        };
    }

    /** {@code /lines/index.xhtml}, {@code /lines/} and {@code /lines} are one page. */
    private static String page(String path) {
        String page = path.endsWith(".xhtml") ? path.substring(0, path.length() - ".xhtml".length()) : path;
        page = page.endsWith("/index") ? page.substring(0, page.length() - "index".length()) : page;
        return page.length() > 1 && page.endsWith("/") ? page.substring(0, page.length() - 1) : page;
    }

    private static String room(String page) {
        int end = page.indexOf('/', 1);
        return page.substring(1, end < 0 ? page.length() : end);
    }

    /** A path that could mean one thing to us and another to the server. */
    private static boolean devious(String path) {
        return !path.startsWith("/") || path.contains("//") || path.contains("/.") || path.indexOf(';') >= 0 || path.indexOf('\\') >= 0
                || path.chars().anyMatch(Character::isISOControl);
    }
}
