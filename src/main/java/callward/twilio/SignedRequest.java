package callward.twilio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came over the wire: what a signature is made of.
 *
 * @param target path and query, never decoded
 * @param type   content type, empty when it has none
 */
record SignedRequest(String method, String target, String type, byte[] body, String signature) {

    /** GET carries everything in the query, and so does a body that is no form. */
    Map<String, List<String>> fields() {
        return isForm() ? bodyFields() : FormFields.decode(query());
    }

    Map<String, List<String>> bodyFields() {
        return FormFields.decode(new String(body, StandardCharsets.UTF_8));
    }

    boolean isForm() {
        return method.equals("POST") && (body.length == 0 && type.isEmpty()
                || type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"));
    }

    String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }
}
