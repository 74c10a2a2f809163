package callward.call;

import callward.flow.CallEvent;
import callward.flow.CallEvent.DialOutcome;
import callward.flow.HandOver;
import callward.flow.Hold;
import callward.flow.Order;
import callward.flow.Progress;
import callward.flow.TakeMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What our own clock does in calls from which something should have come and has not. */
@ApplicationScoped
@Transactional
class Overdue {

    private static final Logger LOG = System.getLogger(Overdue.class.getName());
    /** Where a turn came from that our own clock has played. */
    private static final String DEADLINE = "deadline";

    @Inject
    Turns turns;
    @Inject
    LiveCalls calls;
    @Inject
    DeadlineRows deadlines;
    @Inject
    Switchboard switchboard;
    @Inject
    AskedLegs asked;
    @Inject
    Dialled dialled;
    @Inject
    Consultations consultations;
    @Inject
    Queues queues;
    @Inject
    Clock clock;

    /**
     * Something is overdue, and the carrier says that the call goes on. Whoever comes second, this or the carrier's own
     * request, changes nothing.
     *
     * @param told  what the carrier says of the telephones that were rung
     * @param tapes what it has recorded
     */
    void live(Deadline due, Legs told, List<RecordingNews> tapes, ReplyFormat format) {
        tapes.forEach(switchboard::recording);
        calls.lock(due.call()).filter(call -> !call.over() && deadlines.stands(due)).ifPresent(call -> {
            Legs legs = told.without(asked.inVain(call.id()));
            if (deadlines.isOrdered(call.id(), Consultations.isIn(call))) {
                deadlines.putOff(due, TimeLimits.UNTIL_MOVED);
            } else if (due.what() == Deadline.What.CALL) {
                callOverdue(call, due, legs, format);
            } else {
                stepOverdue(call, due, legs, format);
            }
        });
    }

    /** The limit is for callers whom nobody talks to: who talks, leaves a message, or was handed over, is where he wanted to be. */
    private void callOverdue(LiveCall call, Deadline due, Legs legs, ReplyFormat format) {
        if (isBeingTaken(call)) {
            deadlines.putOff(due, TimeLimits.UNTIL_MOVED);
            return;
        }
        deadlines.drop(due);
        boolean reached = legs.talk() || talksFromQueue(call) || call.progress().over() || turns.isIn(call, HandOver.class) || turns.isIn(call, TakeMessage.class)
                || Consultations.isIn(call); // what the two come to has a time of its own
        if (!reached) {
            bring(call, new CallEvent.CallTimeIsUp(clock.instant()), due, format);
        }
    }

    private void stepOverdue(LiveCall call, Deadline due, Legs legs, ReplyFormat format) {
        Instant now = clock.instant();
        if (call.turn() == 0) { // a call of ours, and whoever wants it should have picked up long ago
            calls.order(call.id(), List.of(new Order.End()), now);
            deadlines.putOff(due, TimeLimits.UNTIL_MOVED);
        } else if (call.progress().over()) {
            calls.told(call.id(), "TimeIsUp", DEADLINE, Map.of(), now, null);
            calls.order(call.id(), List.of(new Order.End()), now);
            deadlines.drop(due);
        } else if (turns.isIn(call, HandOver.class)) {
            deadlines.putOff(due, TimeLimits.ELSEWHERE);
        } else if (Consultations.isIn(call)) {
            consultations.overdue(call, format).ifPresent(time -> deadlines.putOff(due, time));
        } else if (legs.talk() || talksFromQueue(call)) {
            deadlines.putOff(due, TimeLimits.TALK);
        } else if (isBeingTaken(call)) {
            deadlines.putOff(due, TimeLimits.UNTIL_MOVED);
        } else if (calls.isUnheard(call, DEADLINE, TransferCall.DOOR)) {
            calls.order(call.id(), List.of(new Order.Resume(call.turn() - 1, false)), now);
            deadlines.putOff(due, TimeLimits.UNTIL_HEARD);
        } else if (turns.isRinging(call) && legs.talked(call.progress()).isPresent()) {
            bring(call, dialled.known(call, legs.talked(call.progress()).get().ended(now)), due, format);
        } else {
            bring(call, inVain(call, now).or(() -> Turns.untoldMessage(turns.stepsOf(call), call.progress(), now, false))
                    .orElseGet(() -> new CallEvent.TimeIsUp(now)), due, format);
        }
    }

    /** Whoever takes a caller out of a queue has a call of his own at the carrier: it is not among the legs of this one. */
    private boolean talksFromQueue(LiveCall call) {
        return turns.isIn(call, Hold.class) && call.progress().facts().get(Hold.TALKS_TO).isPresent();
    }

    /** Somebody has said yes to him: whether the two have met, the carrier tells, or is asked; until then they may be talking. */
    private boolean isBeingTaken(LiveCall call) {
        return turns.isIn(call, Hold.class) && call.progress().facts().get(Hold.TALKS_TO).isEmpty() && queues.isTaken(call.id());
    }

    /** One was picked up and nobody took the call: the carrier stopped the others then, and they have not had their time. */
    private Optional<CallEvent> inVain(LiveCall call, Instant now) {
        return asked.inVain(call.id(), call.turn()).map(leg -> dialled.known(call, new CallEvent.DialEnded(now, DialOutcome.SILENT, leg, 0)));
    }

    private void bring(LiveCall call, CallEvent event, Deadline due, ReplyFormat format) {
        LOG.log(Level.INFO, "call={0} deadline={1} due={2}", call.id(), due.what(), due.dueAt());
        turns.play(call, event, DEADLINE, Map.of("due", due.dueAt().toString()), format);
        calls.order(call.id(), List.of(new Order.Resume(call.turn(), false)), clock.instant());
    }

    /** The call ended while it rang, and nobody told how that came out: the carrier was asked. */
    void missedTalk(Deadline due, Legs legs) {
        calls.lock(due.call()).filter(call -> deadlines.stands(due)).ifPresent(call -> {
            deadlines.drop(due);
            legs.without(asked.inVain(call.id())).talked(call.progress()).ifPresent(leg -> {
                Deeds deeds = new Deeds();
                CallEvent event = dialled.known(call, leg.ended(clock.instant()));
                Progress progress = Turns.next(turns.stepsOf(call), call.progress(), event, deeds);
                calls.told(call.id(), "DialEnded", DEADLINE, Map.of("DialCallStatus", "completed", "DialCallSid", leg.leg().sid()), event.at(), null);
                calls.keep(call, progress, event.at());
                turns.tell(call, progress, deeds.news, event.at());
            });
        });
    }

    /** The call ended while a message was taken, and nobody told of one. @param all whether the carrier has no more sound of it to work on */
    void missedMessage(Deadline due, List<RecordingNews> tapes, boolean all) {
        if (all || due.dueAt().plus(TimeLimits.PROCESSING).isBefore(clock.instant())) {
            deadlines.drop(due);
        } else {
            deadlines.putOff(due, TimeLimits.AFTERWARDS);
        }
        tapes.forEach(tape -> switchboard.recording(tape, DEADLINE));
    }
}
