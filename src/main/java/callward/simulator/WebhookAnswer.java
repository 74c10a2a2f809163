package callward.simulator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the customer's server answered, and from which address in the end. */
record WebhookAnswer(int status, String contentType, byte[] body, String url) {

    /** Content type without parameters, lower case; empty when there was none. */
    String mediaType() {
        return contentType == null ? "" : contentType.split(";")[0].trim().toLowerCase(Locale.ROOT);
    }

    String text() {
        return new String(body, charset());
    }

    private Charset charset() {
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.contains("charset=iso-8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }
}
