package callward.helpdesk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Names what a program has read of a customer or a ticket, so that it can say later what it has seen: another content, another version. */
final class Version {

    private static final int BYTES = 12;

    private Version() { }

    static String of(Map<String, String> content) {
        StringBuilder text = new StringBuilder();
        // lengths keep "ab","c" and "a","bc" apart
        new TreeMap<>(content).forEach((name, value) -> text.append(name).append(' ').append(value == null ? -1 : value.length()).append(' ').append(value).append('\n'));
        try {
            return HexFormat.of().formatHex(Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)), BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
