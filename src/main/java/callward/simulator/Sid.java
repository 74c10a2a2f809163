package callward.simulator;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the carrier's identifiers: two letters and 32 hexadecimal digits. */
final class Sid {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Sid() {
    }

    static String fresh(String letters) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return letters + HexFormat.of().formatHex(bytes);
    }
}
