package callward.wording;

/** Closes the gaps that unknown names leave in a text. Callers wait for it: most texts have none, and are only looked at. */
final class Gaps {

    private Gaps() { }

    /** White space, however much of it, is one space. */
    static String single(String text) {
        int i = 0;
        while (i < text.length() && !(isWhite(text.charAt(i)) && (text.charAt(i) != ' ' || i + 1 < text.length() && isWhite(text.charAt(i + 1))))) {
            i++;
        }
        return i == text.length() ? text : singled(text);
    }

    private static String singled(String text) {
        StringBuilder single = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean white = isWhite(text.charAt(i));
            if (!white || i == 0 || !isWhite(text.charAt(i - 1))) {
                single.append(white ? ' ' : text.charAt(i));
            }
        }
        return single.toString();
    }

    /** No space before a stop, no comma before another stop, one space between words, and no stop at the beginning. */
    static String closed(String text) {
        String closed = hasGaps(text) ? tightened(text) : text;
        int from = 0;
        while (from < closed.length() && (isWhite(closed.charAt(from)) || closed.charAt(from) == '.' || isPause(closed.charAt(from)))) {
            from++;
        }
        return closed.substring(from).strip();
    }

    private static boolean hasGaps(String text) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            if (isSpace(before) && isSpace(text.charAt(i)) || (isSpace(before) || isPause(before)) && isStop(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String tightened(String text) {
        StringBuilder backwards = new StringBuilder(text.length());
        char next = 'a';
        for (int i = text.length() - 1; i >= 0; i--) {
            char here = text.charAt(i);
            if (isSpace(here) && isSpace(next)) {
                backwards.setCharAt(backwards.length() - 1, ' ');
            } else if (!isStop(next) || !isSpace(here) && !isPause(here)) {
                backwards.append(here);
                next = here;
            }
        }
        return backwards.reverse().toString();
    }

    private static boolean isStop(char one) {
        return one == '.' || one == '!' || one == '?' || isPause(one);
    }

    private static boolean isPause(char one) {
        return one == ',' || one == ';' || one == ':';
    }

    private static boolean isSpace(char one) {
        return one == ' ' || one == '\t';
    }

    private static boolean isWhite(char one) {
        return one == ' ' || one >= '\t' && one <= '\r';
    }
}
