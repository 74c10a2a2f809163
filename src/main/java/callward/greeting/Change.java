package callward.greeting;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that two texts have in common, and those that only one has.
 *
 * @param kind {@code same}, {@code gone} or {@code new}
 * @param text words, with the spaces between them
 */
public record Change(String kind, String text) {

    /** The longest common sequence of words: as few changes as there can be. */
    static List<Change> between(String before, String after) {
        String[] old = words(before);
        String[] now = words(after);
        int[][] common = new int[old.length + 1][now.length + 1];
        for (int i = old.length - 1; i >= 0; i--) {
            for (int j = now.length - 1; j >= 0; j--) {
                common[i][j] = old[i].equals(now[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.length || j < now.length) {
            if (i < old.length && j < now.length && old[i].equals(now[j])) {
                add(changes, "same", old[i++]);
                j++;
            } else if (j == now.length || i < old.length && common[i + 1][j] >= common[i][j + 1]) {
                add(changes, "gone", old[i++]);
            } else {
                add(changes, "new", now[j++]);
            }
        }
        return changes;
    }

    private static String[] words(String text) {
        return text == null || text.isBlank() ? new String[0] : text.strip().split("\\s+");
    }

    private static void add(List<Change> changes, String kind, String word) {
        boolean goesOn = !changes.isEmpty() && changes.getLast().kind.equals(kind);
        changes.add(new Change(kind, goesOn ? changes.removeLast().text + " " + word : word));
    }
}
