package callward.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where somebody came from and goes back to after signing in: never another site. */
public final class ReturnPath {

    static final String HOME = "/";
    private static final int LONGEST = 2_000;

    private ReturnPath() { }

    /** The path if it is one of ours, else the home page. */
    public static String safe(String asked) {
        return isOurs(asked) ? asked : HOME;
    }

    /** Asked for by a link or typed: a GET may be repeated, anything else only by opening the page anew. */
    static String signInFrom(String path, String query, boolean repeatable) {
        String from = repeatable && query != null ? path + "?" + query : path;
        return isOurs(from) && !from.equals(HOME) ? "/sign-in?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8) : "/sign-in";
    }

    /** Browsers read {@code //host}, {@code /\host} and a tab between the slashes as another site. */
    private static boolean isOurs(String path) {
        if (path == null || path.length() > LONGEST || !path.startsWith("/") || path.startsWith("//") || path.startsWith("/sign-in")) {
            return false;
        }
        if (path.chars().anyMatch(c -> c <= ' ' || c == '\\' || c > '~')) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return !uri.isAbsolute() && uri.getRawAuthority() == null;
        } catch (URISyntaxException notAPath) {
            return false;
        }
    }
}
