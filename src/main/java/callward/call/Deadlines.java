package callward.call;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Tapes.Tape;
import callward.settings.LogText;
import callward.settings.OwnTransaction;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks every second for what should have come and has not. The timer is only the alarm clock: what is due stands in the rows, and any
 * node may take it. Not a singleton, since two work at once when many are due (decision 25).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Deadlines {

    private static final Logger LOG = System.getLogger(Deadlines.class.getName());
    private static final int AT_ONCE = 8;
    /** Until a carrier that did not answer is asked again. */
    private static final Duration DEAF = Duration.ofSeconds(10);
    private static final String DOOR = "deadline";

    @Inject
    DeadlineRows rows;
    @Inject
    Whereabouts whereabouts;
    @Inject
    Overdue overdue;
    @Inject
    ReplyFormat format;
    @Inject
    OwnTransaction own;
    @Inject
    Clock clock;
    @Inject
    Watch watch;
    @EJB
    Deadlines second;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void look() {
        if (!watch.mayBegin()) {
            return;
        }
        try {
            Set<String> deaf = new HashSet<>();
            boolean alone = true;
            for (List<Deadline> due = claim(); !due.isEmpty(); due = claim()) {
                if (alone && due.size() == AT_ONCE) {
                    second.help();
                    alone = false;
                }
                due.forEach(one -> look(one, deaf));
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "deadlines=waiting problem=" + LogText.of(databaseAway.getMessage()));
        } finally {
            watch.end();
        }
    }

    /** A second pair of hands, where there is one. */
    @Asynchronous
    public void help() {
        look();
    }

    private List<Deadline> claim() {
        return watch.mayGoOn() ? own.call(() -> rows.claim(AT_ONCE)) : List.of();
    }

    /** @param deaf accounts that cannot be asked now: one that is down must not keep us from the other's calls */
    private void look(Deadline due, Set<String> deaf) {
        try {
            if (deaf.contains(due.account())) {
                own.run(() -> rows.putOff(due, DEAF));
            } else {
                see(due);
            }
        } catch (CarrierRefused | CarrierUnreachable e) {
            LOG.log(Level.WARNING, "call={0} carrier cannot be asked: {1}", due.call(), LogText.of(e.getMessage()));
            deaf.add(due.account());
            own.run(() -> rows.putOff(due, DEAF));
        } catch (RuntimeException ofThisCallAlone) {
            LOG.log(Level.ERROR, "call=" + due.call() + " deadline=" + due.what() + " cannot be kept", ofThisCallAlone);
        }
    }

    private void see(Deadline due) {
        boolean live = due.what() == Deadline.What.CALL || due.what() == Deadline.What.STEP;
        if (live && !whereabouts.goesOn(due.call(), due.account(), DOOR)) {
            return;
        }
        Legs legs = whereabouts.legs(due);
        List<Tape> tapes = whereabouts.tapes(due);
        List<RecordingNews> ready = tapes.stream().filter(Tape::ready).map(tape -> news(due, tape)).toList();
        own.run(() -> {
            switch (due.what()) {
                case CALL, STEP -> overdue.live(due, legs, ready, format);
                case TALK -> overdue.missedTalk(due, legs);
                case MESSAGE -> overdue.missedMessage(due, ready, ready.size() == tapes.size());
            }
        });
    }

    private RecordingNews news(Deadline due, Tape tape) {
        return new RecordingNews(due.call(), tape.recording(), tape.url(), tape.seconds(), true, false, clock.instant());
    }
}
