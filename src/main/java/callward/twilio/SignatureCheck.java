package callward.twilio;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether Twilio signed a request: base64(HMAC-SHA1(auth token, URL + sorted body fields)). Twilio's own Java validator refuses some
 * requests that Twilio signs (repeated fields, escapes beside a port), so this is ours.
 */
final class SignatureCheck {

    private SignatureCheck() { }

    /** @param origin the public one: a request's own Host header is anybody's word */
    static boolean holds(SignedRequest request, String origin, List<String> tokens) {
        Map<String, List<String>> fields = request.isForm() ? request.bodyFields() : Map.of();
        boolean signed = false;
        for (String token : tokens) {
            for (String url : urls(origin, request.target())) {
                signed |= !token.isBlank() && same(request.signature(), sign(token, url, fields));
            }
        }
        return signed && (request.isForm() || request.body().length == 0 || isBodyOf(request));
    }

    /** The URL as configured, then as Twilio may have written it: with or without the port, a quotation mark escaped. */
    static Set<String> urls(String origin, String target) {
        Set<String> urls = new LinkedHashSet<>();
        for (String base : List.of(origin, otherPort(origin))) {
            urls.add(base + target);
            urls.add(base + target.replace("'", "%27"));
        }
        return urls;
    }

    static String sign(String token, String url, Map<String, List<String>> fields) {
        StringBuilder text = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, values) -> new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String otherPort(String origin) {
        URI uri = URI.create(origin);
        return uri.getPort() < 0 ? origin + (uri.getScheme().equals("https") ? ":443" : ":80")
                : origin.substring(0, origin.lastIndexOf(':'));
    }

    /** What is not a form is signed by its hash in the query. */
    private static boolean isBodyOf(SignedRequest request) {
        List<String> told = FormFields.decode(request.query()).getOrDefault("bodySHA256", List.of());
        try {
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request.body()));
            return told.size() == 1 && same(told.get(0), hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In constant time. */
    private static boolean same(String told, String made) {
        return MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), made.getBytes(StandardCharsets.UTF_8));
    }
}
