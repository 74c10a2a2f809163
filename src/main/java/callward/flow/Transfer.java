package callward.flow;

import callward.flow.Turn.Next;

/** Somebody who talks to the caller sends him on: the talk is over and counts, and the caller goes where he is sent. A call may begin so. */
final class Transfer {

    private Transfer() { }

    static Next of(Moment moment, CallEvent.Transferred event) {
        leave(moment, event);
        moment.leaveScript(Detour.of(event, moment.detour, wayOut(moment)));
        return moment.goTo(moment.detour.first());
    }

    /** What was said is over; what of it is known where he goes. */
    static void leave(Moment moment, CallEvent.Transferred event) {
        Step left = moment.step == null ? null : moment.steps.get(moment.step).orElse(null);
        if (left instanceof Ring || left instanceof RingGroup) {
            Ringing.leave(moment);
        }
        moment.tell(new Happening.WasAnswered(event.talk().with()));
        if (left instanceof Hold hold) {
            moment.tell(new Happening.StoppedWaiting(hold.group(), Happening.WaitEnd.TALKED));
        }
        moment.facts = moment.facts.without("transfer.").with("transfer.by", event.by()).with("transfer.to", event.to().label()).with("transfer.note", event.note());
    }

    /** The script's own way for callers nobody answers; null when it has none. */
    static String wayOut(Moment moment) {
        return moment.step == null ? null : moment.steps.get(moment.step).map(Step::givesUp).orElse(null);
    }
}
