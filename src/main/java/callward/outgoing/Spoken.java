package callward.outgoing;

import java.util.Locale;

/** The language of whoever asks. */
final class Spoken {

    private Spoken() { }

    /** The console's pages say theirs; programs get English. @param language {@code Accept-Language}, or null */
    static Locale by(String language) {
        return language != null && language.startsWith("es") ? Locale.of("es") : Locale.ENGLISH;
    }
}
