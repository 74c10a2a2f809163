package callward.settings;

/** Makes a value from outside safe for a line of the log: nothing in it can end the line or pretend to be another. */
public final class LogText {

    private static final int LONGEST = 200;

    private LogText() { }

    public static String of(Object value) {
        if (value == null) {
            return "-";
        }
        String text = value.toString();
        StringBuilder clean = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).map(LogText::harmless).forEach(clean::appendCodePoint);
        return text.length() > LONGEST ? clean.append('…').toString() : clean.toString();
    }

    /** Spaces go, too: our lines are {@code key=value} pairs. */
    private static int harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> '_';
            default -> c == '"' || c == '=' ? '_' : c;
        };
    }
}
