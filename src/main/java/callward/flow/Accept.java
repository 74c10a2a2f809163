package callward.flow;

/**
 * How somebody who has picked up is asked whether he takes the call. Keys count while the question is still heard; silence is a machine.
 *
 * @param acceptKey  {@code 0-9}, {@code *} or {@code #}; null: any key but the one that declines
 * @param declineKey another one of these; null: no key declines
 * @param seconds    silence after the question before it counts as a machine, 1 to 30
 */
public record Accept(String acceptKey, String declineKey, int seconds) {

    /** What a group has that says nothing else. */
    public static final Accept ANY_KEY = new Accept(null, "*", 5);

    /** How often the question is asked in all: more wrong keys are a pocket's. */
    public static final int TRIES = 3;

    /** What a key means. */
    public enum Word { TAKES, DECLINES, WRONG, SILENT }

    /** @param key as it was pressed; empty: none was */
    public Word said(String key) {
        if (key == null || key.isEmpty()) {
            return Word.SILENT;
        }
        if (key.equals(acceptKey)) {
            return Word.TAKES;
        }
        if (key.equals(declineKey)) {
            return Word.DECLINES;
        }
        return acceptKey == null ? Word.TAKES : Word.WRONG;
    }
}
