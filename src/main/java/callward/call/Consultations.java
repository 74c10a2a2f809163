package callward.call;

import callward.flow.CallEvent;
import callward.flow.Consultation;
import callward.flow.Consultation.News;
import callward.flow.Consultation.Way;
import callward.flow.Order;
import callward.flow.Progress;
import callward.phone.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who ask a colleague about a caller, while he waits: what they do is played here, under the lock of his call. It stands in the call's progress, and most of it is no turn of the
 * caller's; where he is sent on by it, it is one, and an order brings him there.
 */
@ApplicationScoped
@Transactional
class Consultations {

    /** Where what was told came from, and what. */
    record Told(String kind, String door, Map<String, String> what) { }

    @Inject
    LiveCalls calls;
    @Inject
    Turns turns;
    @Inject
    DeadlineRows deadlines;
    @Inject
    TimeLimits limits;
    @Inject
    Errands errands;
    @Inject
    Sql sql;
    @Inject
    Clock clock;

    /** Nothing where nobody asks, or has asked, in the last of the ways that the caller was sent on. */
    static Optional<Consultation> of(LiveCall call) {
        return Optional.ofNullable(Consultation.in(call.progress()));
    }

    /** Whether the caller waits for those who talk about him, or talks to one of them. */
    static boolean isIn(LiveCall call) {
        return of(call).filter(asking -> asking.open() || asking.settled()).isPresent();
    }

    /** Whether anybody has asked in a call: one look at one row, which every telephone's end may cost. */
    boolean isAny(CallId call) {
        return sql.one("select 1 from callward.call where id = ? and progress -> 'detour' -> 'asking' is not null", row -> row.getInt(1), call.sid()).isPresent();
    }

    /**
     * Whoever comes late, or twice, changes nothing.
     *
     * @return how it stands now
     */
    Consultation happens(LiveCall call, News news, Told told, ReplyFormat format) {
        Consultation before = of(call).orElseThrow();
        Consultation.Next next = before.next(news);
        Instant now = clock.instant();
        CallEvent event = new CallEvent.Consulted(now, news);
        if (next.way() != Way.STAYS && !call.over()) {
            turns.play(call, event, TransferCall.DOOR, told.what(), format);
            calls.order(call.id(), List.of(new Order.Resume(call.turn(), false)), now);
            deadlines.beginAnew(call.id(), now.plus(limits.call()));
        } else if (!next.now().equals(before) || !next.orders().isEmpty()) {
            notes(call, event, told, before, next.now());
        }
        if (before.rings() && (!next.now().rings() || next.now().ringing() != before.ringing())) {
            errands.withdraw(call.id(), before.adviserDoor());
        }
        return next.now();
    }

    private void notes(LiveCall call, CallEvent event, Told told, Consultation before, Consultation now) {
        Deeds deeds = new Deeds();
        Progress progress = Turns.next(turns.stepsOf(call), call.progress(), event, deeds);
        calls.told(call.id(), told.kind(), told.door(), told.what(), event.at(), null);
        calls.keep(call, progress, null);
        if (now.open() && now.state() != before.state()) {
            deadlines.await(call.id(), now.due(event.at()));
        }
        calls.order(call.id(), deeds.orders, event.at());
        turns.tell(call, progress, deeds.news, event.at());
    }

    /** Nothing has come of it, though it should have. @return until it is looked at again; nothing where something has come of that */
    Optional<Duration> overdue(LiveCall call, ReplyFormat format) {
        if (!of(call).orElseThrow().open()) {
            return Optional.of(TimeLimits.TALK);
        }
        happens(call, new News.TimeIsUp(), new Told("TakenBack", "deadline", Map.of("why", "TIME_IS_UP")), format);
        return Optional.empty();
    }

    /** He asks what he hears where he was moved to: he need not be moved again. */
    void isMoved(CallId call, String door) {
        sql.change("update callward.carrier_order set done_at = ? where call_id = ? and done_at is null and what ->> 'kind' = 'move-leg' and what ->> 'door' = ?",
                clock.instant(), call.sid(), door);
    }
}
