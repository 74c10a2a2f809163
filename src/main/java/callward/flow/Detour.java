package callward.flow;

import callward.flow.TransferTo.ToGroup;
import callward.flow.TransferTo.ToMailbox;
import callward.flow.TransferTo.ToTelephones;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way beside the script, on which somebody who talked to the caller has sent him. Its steps stand in the call's progress: a published
 * revision is a value and does not change. Nobody answers there: whoever sent him is rung once, then the script goes on as if nobody had
 * ever answered.
 *
 * @param number which one it is of the call
 * @param steps  what it consists of
 * @param left   SIDs of legs whose talks ended by being sent on; without those of who asks now: see {@link #gone}
 * @param wayOut the script's step for callers nobody answers; null when it has none
 * @param asking while, and if, who sends him on asks first; null when he does not
 */
public record Detour(int number, TransferTo to, List<Step> steps, List<String> left, String wayOut, Consultation asking) {

    /** No author's step can be called so by accident, and people who read a call's record still know what it is. */
    private static final String NAME = "transfer:";

    /** So short that a caller whose message nobody tells us of is found within two minutes. */
    private static final int MESSAGE_SECONDS = 90;

    public Detour {
        steps = Bounds.list(steps);
        left = Bounds.list(left);
    }

    /** @param before the way that the caller is on already; null when he is in the script */
    static Detour of(CallEvent.Transferred event, Detour before, String wayOut) {
        return of(event, before, wayOut, List.of(event.talk().leg().sid()), null);
    }

    /** Who asks first has not left the caller for good. */
    static Detour of(CallEvent.AsksFirst event, Consultation asking, Detour before, String wayOut) {
        return of(event.how(), before, wayOut, List.of(), asking);
    }

    private static Detour of(CallEvent.Transferred event, Detour before, String wayOut, List<String> left, Consultation asking) {
        int number = before == null ? 1 : before.number + 1;
        String out = before == null ? wayOut : before.wayOut;
        return new Detour(number, event.to(), steps(NAME + number, event, out), before == null ? left : both(before.gone(), left), out, asking);
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** Asking has come so far. */
    Detour with(Consultation now) {
        return new Detour(number, to, steps, left, wayOut, now);
    }

    /** SIDs of legs that talked to the caller, and do not any more. Whoever was taken for gone while somebody asked may be back. */
    public List<String> gone() {
        return asking == null ? left : both(left, asking.left());
    }

    /** Those of a call; none when nobody has sent its caller on. */
    public static List<String> gone(Progress progress) {
        return progress.detour() == null ? List.of() : progress.detour().gone();
    }

    private static List<Step> steps(String id, CallEvent.Transferred event, String wayOut) {
        String end = wayOut != null ? wayOut : event.mailbox() == null ? null : message(id);
        String back = event.talk().telephone() == null ? end : back(id);
        List<Step> steps = new ArrayList<>();
        steps.add(switch (event.to()) {
            case ToTelephones phones -> new Ring(id, List.of(), phones.telephones(), 0, 0, back);
            case ToGroup group -> new RingGroup(id, List.of(), group.group(), null, null, back);
            case ToMailbox box -> new TakeMessage(id, List.of(), box.mailbox(), MESSAGE_SECONDS, 0, null, false, List.of());
        });
        steps.add(new Ring(back(id), List.of(), Bounds.named(event.talk().telephone()), 0, 0, end));
        if (event.mailbox() != null) {
            steps.add(new TakeMessage(message(id), List.of(), event.mailbox(), MESSAGE_SECONDS, 0, null, false, List.of()));
        }
        return steps;
    }

    private static String back(String id) {
        return id + ":back";
    }

    private static String message(String id) {
        return id + ":message";
    }

    String first() {
        return NAME + number;
    }

    boolean isBack(String step) {
        return back(first()).equals(step);
    }

    boolean has(String step) {
        return steps.stream().anyMatch(one -> one.id().equals(step));
    }

    /** Whether the caller is on his way to where he was sent last, or has come there. */
    public boolean isAtTarget(String step) {
        return first().equals(step);
    }

    /** What a caller hears first in one of its steps. */
    Phrase words(String step) {
        if (isBack(step)) {
            return Phrase.BACK_AGAIN;
        }
        return steps.stream().anyMatch(one -> one.id().equals(step) && one instanceof TakeMessage) ? Phrase.LEAVE_MESSAGE : Phrase.SENT_ON;
    }
}
