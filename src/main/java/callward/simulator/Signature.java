package callward.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the carrier's requests: base64(HMAC-SHA1(token, address + sorted fields)). */
final class Signature {

    private Signature() {
    }

    /** Signature of a request; for GET give no fields, they stand in the address. */
    static String of(String token, String address, Fields body) {
        var text = new StringBuilder(signedAddress(address));
        body.sorted().forEach((name, values) -> values.forEach(value -> text.append(name).append(value)));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String bodyHash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Twilio signs without fragment and user info; the port counts for http but not for https. */
    static String signedAddress(String address) {
        var text = address.contains("#") ? address.substring(0, address.indexOf('#')) : address;
        int start = text.indexOf("://") + 3;
        int end = endOfAuthority(text, start);
        var authority = text.substring(start, end);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        if (text.startsWith("https://")) {
            authority = authority.replaceFirst(":\\d+$", "");
        }
        return text.substring(0, start) + authority + text.substring(end);
    }

    private static int endOfAuthority(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if ("/?".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
