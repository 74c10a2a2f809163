package callward.call;

import callward.access.Audit;
import callward.access.Deed;
import callward.access.Role;
import callward.access.SignedIn;
import callward.call.Talks.Talking;
import callward.call.TransferRefused.Reason;
import callward.flow.CallEvent;
import callward.flow.Consultation;
import callward.flow.Detour;
import callward.flow.Order;
import callward.flow.TransferTo;
import callward.phone.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends a caller on, away from whoever talks to him. What he hears next is a turn like any other; the carrier brings it to him, and hangs
 * up on the one who talked. Somebody who hangs up himself at the same moment gets the caller sent on by that very turn. Whom we have called
 * goes on in a call of his own.
 */
@ApplicationScoped
@Transactional
public class TransferCall {

    /** Where such a turn came from. */
    static final String DOOR = "transfer";

    /**
     * Where to: exactly one of the four.
     *
     * @param agent   id of an agent; null for none
     * @param group   key of a group; null for none
     * @param number  a number in international form; null for none
     * @param mailbox key of a mailbox; null for none
     * @param note    for whoever takes the call next, at most 500 characters; null for none
     * @param ask     true: an agent, or whoever answers at a number, is asked first, while the caller waits; null, false: the caller is sent on at once
     */
    public record Wish(Long agent, String group, String number, String mailbox, String note, Boolean ask) {

        /** Sent on at once. */
        public Wish(Long agent, String group, String number, String mailbox, String note) {
            this(agent, group, number, mailbox, note, null);
        }

        boolean asks() {
            return Boolean.TRUE.equals(ask);
        }
    }

    @Inject
    LiveCalls calls;
    @Inject
    Calls log;
    @Inject
    Turns turns;
    @Inject
    Talks talks;
    @Inject
    ContinueCall onward;
    @Inject
    DeadlineRows deadlines;
    @Inject
    TimeLimits limits;
    @Inject
    TransferTargets targets;
    @Inject
    AskFirst asking;
    @Inject
    ReplyFormat format;
    @Inject
    SignedIn signedIn;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /** Who talks now. @param caller as the carrier tells it */
    record Standing(Talking talking, String caller) { }

    /** @throws TransferRefused when nobody talks, or whoever asks may not send the caller on */
    Standing standing(String id) {
        Calls.CallRow call = known(id);
        Talking talking = talks.of(new CallId(id), Detour.gone(log.progress(List.of(id)).get(id))).filter(any -> "LIVE".equals(call.state()))
                .orElseThrow(() -> new TransferRefused(Reason.NOBODY_TALKS));
        allow(talking);
        return new Standing(talking, call.other());
    }

    /**
     * The same asked for twice, by a click too many, is done once.
     *
     * @param sid the carrier's SID of the call
     * @throws TransferRefused when it cannot be
     */
    public void transfer(String sid, Wish wish) {
        if (wish == null) {
            throw new TransferRefused(Reason.ONE_TARGET);
        }
        Calls.CallRow known = known(sid);
        CallId id = new CallId(known.id());
        LiveCall call = calls.lock(id).orElseThrow(() -> new TransferRefused(Reason.NO_SUCH_CALL));
        Talking talking = call.over() ? null : talks.of(id, Detour.gone(call.progress())).orElse(null);
        if (talking == null) {
            repeated(onward.latest(call), known, wish);
            return;
        }
        allow(talking);
        if (Consultations.of(call).filter(Consultation::open).isPresent()) {
            asks(call, known, wish);
            return;
        }
        if (wish.asks() && talking.moved() != null) {
            throw new TransferRefused(Reason.OUTGOING);
        }
        play(call, talking, targets.of(wish, known.other(), known.simulated()), note(wish), wish.asks());
    }

    /** While he asks about the caller, he does not send him on. The same asked for twice is done once. */
    private void asks(LiveCall call, Calls.CallRow known, Wish wish) {
        boolean same = wish.asks() && targets.label(wish).equals(Consultations.of(call).map(Consultation::with));
        if (!same) {
            throw new TransferRefused(Reason.ASKING);
        }
    }

    /** The colleague who is asked gets the caller. Asked for twice, it is done once. */
    public void connect(String sid) {
        asking.connect(new CallId(known(sid).id()));
    }

    /** Who asks gets the caller back. Asked for twice, it is done once. */
    public void takeBack(String sid) {
        asking.takeBack(new CallId(known(sid).id()));
    }

    /** He talks himself, or oversees those who do. */
    private void allow(Talking talking) {
        boolean himself = talking.account() != null && signedIn.answerable().filter(talking.account()::equals).isPresent();
        if (!himself && !signedIn.may(Role.SUPERVISOR)) {
            throw new TransferRefused(Reason.NOT_YOURS);
        }
    }

    /** Whoever talked has sent the caller on already: to where he is asked to be sent now? */
    private void repeated(LiveCall call, Calls.CallRow known, Wish wish) {
        Detour way = call.progress().detour();
        boolean underWay = way != null && !call.over() && way.isAtTarget(call.progress().step());
        if (!underWay) {
            throw new TransferRefused(Reason.NOBODY_TALKS);
        }
        if (!targets.of(wish, known.other(), known.simulated()).equals(way.to())) {
            throw new TransferRefused(Reason.ON_ITS_WAY);
        }
    }

    private void play(LiveCall call, Talking talking, TransferTo to, String note, boolean asks) {
        Instant now = clock.instant();
        String mailbox = targets.mailboxes().keySet().stream().findFirst().orElse(null);
        CallEvent.Transferred event = new CallEvent.Transferred(now, to, talking.talk(), told(talking, asks), note, mailbox);
        Map<String, String> what = new TreeMap<>(Map.of("from", talking.talk().with(), "to", to.label(), "by", by()));
        if (note != null) {
            what.put("note", note);
        }
        LiveCall moved = talking.moved() == null ? call : onward.begin(call, talking, what, now);
        deadlines.beginAnew(moved.id(), now.plus(limits.call()));
        if (asks) {
            asking.begin(call, event, what);
            return;
        }
        turns.play(moved, event, DOOR, what, format);
        calls.order(moved.id(), List.of(new Order.Resume(moved.turn(), false)), now);
        audit.note("calls", call.id().sid(), call.lineName() == null ? call.id().sid() : call.lineName(), Deed.CHANGED, Map.of("with", talking.talk().with()), Map.of("with", to.label()));
    }

    /** Whom colleagues hear of: he who asks is the one they will hear, and a program speaks for him who talks. */
    private String told(Talking talking, boolean asks) {
        return asks || signedIn.getName().isEmpty() ? talking.talk().with() : signedIn.getName();
    }

    /** As people know him; a program by its token. */
    private String by() {
        return signedIn.getName().isEmpty() ? signedIn.by() : signedIn.getName();
    }

    private static String note(Wish wish) {
        return wish.note() == null || wish.note().isBlank() ? null : wish.note().strip();
    }

    private Calls.CallRow known(String sid) {
        return log.find(sid).orElseThrow(() -> new TransferRefused(Reason.NO_SUCH_CALL));
    }
}
