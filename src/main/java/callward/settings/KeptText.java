package callward.settings;

/** What the database keeps of texts: all but U+0000, and half of a character that takes two. Nobody types either; programs send both. */
public final class KeptText {

    private KeptText() { }

    /** Whether it can be kept, and told again, as it is. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
