package callward.helpdesk;

import java.net.URI;
import java.net.URISyntaxException;

/** The only addresses we ever put into a link: {@code http} and {@code https}. A {@code javascript:} address would run in an agent's session. */
final class WebAddress {

    private WebAddress() { }

    /** Nothing for nothing; else the address, or an {@link IllegalArgumentException}. */
    static String checked(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            URI address = new URI(text.strip());
            if (address.getHost() != null && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))) {
                return address.toString();
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a web address: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("not a web address: it begins with https:// or http://");
    }
}
