package callward.flow;

import callward.flow.Turn.Next;

/** Somebody who talks to the caller sends him on: the talk is over and counts, and the caller goes where he is sent. A call may begin so. */
final class Transfer {

    private Transfer() { }

    static Next of(Moment moment, CallEvent.Transferred event) {
        Step left = moment.step == null ? null : moment.steps.get(moment.step).orElse(null);
        if (left instanceof Ring || left instanceof RingGroup) {
            Ringing.leave(moment);
        }
        moment.tell(new Happening.WasAnswered(event.talk().with()));
        moment.facts = moment.facts.with("transfer.by", event.by()).with("transfer.to", event.to().label()).with("transfer.note", event.note());
        moment.leaveScript(Detour.of(event, moment.detour, left == null ? null : left.givesUp()));
        return moment.goTo(moment.detour.first());
    }
}
