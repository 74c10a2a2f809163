package callward.twilio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a query or a form's body: UTF-8, every value of a name, and a broken escape is taken as it stands. */
final class FormFields {

    private FormFields() { }

    static Map<String, List<String>> decode(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = text(equals < 0 ? pair : pair.substring(0, equals));
                fields.computeIfAbsent(name, any -> new ArrayList<>()).add(equals < 0 ? "" : text(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String text(String encoded) {
        if (encoded.indexOf('%') < 0) {
            return encoded.replace('+', ' ');
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] == '%' ? octet(bytes, i + 1) : -1;
            if (octet >= 0) {
                decoded.write(octet);
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static int octet(byte[] bytes, int at) {
        int high = at + 1 < bytes.length ? Character.digit(bytes[at], 16) : -1;
        int low = high < 0 ? -1 : Character.digit(bytes[at + 1], 16);
        return low < 0 ? -1 : high << 4 | low;
    }
}
