package callward.simulator;

import java.net.URI;

/** Says whether the carrier would call an address at all. */
final class UrlCheck {

    private UrlCheck() {
    }

    /** Absolute http(s), with a host, and no underscore in it. */
    static boolean isCallable(String url) {
        try {
            var uri = new URI(Webhooks.withoutFragment(url));
            var authority = uri.getRawAuthority();
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && authority != null && uri.getHost() != null && !authority.contains("_");
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
