package callward.desk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Whether a page of ours asks. Both servers let any site's page open our sockets, with the cookies of whoever looks at it. */
final class SameOrigin {

    private SameOrigin() { }

    /**
     * @param origin    the header, which no script can forge; null when there is none
     * @param publicUrl where people reach us
     * @param secure    whether the request itself came over TLS
     * @param host      the request's Host header
     */
    static boolean is(String origin, String publicUrl, boolean secure, String host) {
        Optional<String> asking = normal(origin);
        if (asking.isEmpty()) {
            return false;
        }
        return asking.equals(normal(publicUrl)) || asking.equals(normal("https://" + host)) || !secure && asking.equals(normal("http://" + host));
    }

    private static Optional<String> normal(String url) {
        if (url == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || uri.getUserInfo() != null || !scheme.equals("https") && !scheme.equals("http")) {
                return Optional.empty();
            }
            int usual = scheme.equals("https") ? 443 : 80;
            return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + (uri.getPort() < 0 ? usual : uri.getPort()));
        } catch (URISyntaxException notAnOrigin) {
            return Optional.empty();
        }
    }
}
