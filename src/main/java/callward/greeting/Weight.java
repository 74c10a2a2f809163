package callward.greeting;

import java.util.Locale;

/** Bytes as people say them: {@code 240 kB}, {@code 1.3 MB}. */
final class Weight {

    private Weight() { }

    static String of(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, Math.round(bytes / 1_000.0)) + " kB" : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }
}
