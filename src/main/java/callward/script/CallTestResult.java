package callward.script;

import java.util.List;

/**
 * How a call test went: what happened, line by line, up to the first line that differs from what was expected.
 *
 * @param green      whether everything went as expected
 * @param difference null when it did
 */
public record CallTestResult(boolean green, List<TestLine> transcript, TestDifference difference) {

    /** What a line of the transcript tells. */
    public enum Told { CALLS, HEARS, GETS_TEXT, RINGS, RECORDS, WAITS, HANDED_OVER, OVER, DOES }

    /**
     * @param move its place among the test's moves, from 0; null for what comes of it
     * @param told {@code DOES}: the move itself
     * @param text the words, the keys, the telephones …; empty when there is nothing to add
     */
    public record TestLine(Integer move, Told told, String text) { }

    /** What there was instead. */
    public enum Got { HEARD, TEXTED, NO_TEXT, ASKED, ASKED_FOR_KEYS, RINGING, RECORDING, WAITING, HANDED_OVER, OVER }

    /**
     * @param move its place among the test's moves, from 0; their number when it is the outcome that differs
     * @param got  what there was instead
     * @param text the words heard, the telephones that ring, the outcome …
     */
    public record TestDifference(int move, Got got, String text) { }

    public CallTestResult {
        transcript = List.copyOf(transcript);
    }
}
