package callward.wording;

import java.util.ArrayList;
import java.util.List;

/** A long text in pieces a voice can take, cut between sentences where it can be. */
public final class Sentences {

    private Sentences() { }

    /** @param most characters of a piece, 2 or more */
    public static List<String> upTo(int most, String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > most) {
            int cut = cut(rest, most);
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** After the last sentence that fits, else after the last word, else wherever no character is torn. */
    private static int cut(String text, int most) {
        for (int at = most; at > 1; at--) {
            if (Character.isWhitespace(text.charAt(at)) && ".!?…".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        for (int at = most; at > 1; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }
}
