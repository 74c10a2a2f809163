package callward.flow;

import callward.wording.Facts;
import java.util.ArrayList;
import java.util.List;

/** What a caller who waits is told: his place, how long it may take, and what he can do instead. */
public final class Announcement {

    private Announcement() { }

    /**
     * @param place   1 for the next one
     * @param minutes how long he will wait; 0 when nobody can tell
     */
    public static List<Verb.Prompt> of(Verb.Enqueue wait, int place, int minutes) {
        Facts facts = Facts.of("queue.place", "" + place).with("queue.minutes", "" + minutes);
        List<Verb.Prompt> heard = new ArrayList<>();
        heard.add((place <= 1 ? Phrase.PLACE_FIRST : Phrase.PLACE).in(wait.tongue(), facts));
        if (minutes > 0) {
            heard.add((minutes == 1 ? Phrase.PLACE_MINUTE : Phrase.PLACE_MINUTES).in(wait.tongue(), facts));
        }
        heard.addAll(wait.choices());
        return heard;
    }
}
