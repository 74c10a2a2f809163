package callward.simulator;

import java.time.Duration;
import java.time.Instant;

/** {@code <Dial><Queue>}: waits for the front member of a queue and talks with it. */
final class DialQueue {

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb dial;
    private final TwimlVerb noun;
    private final DialOutcome outcome;
    private final Taping taping;

    DialQueue(LiveLeg leg, TwimlDocument document, TwimlVerb dial, DialOutcome outcome, Taping taping) {
        this.leg = leg;
        this.document = document;
        this.dial = dial;
        noun = dial.children().get(0);
        this.outcome = outcome;
        this.taping = taping;
    }

    void perform(Duration timeout, Instant limit) throws CallBreak, InterruptedException {
        var queue = leg.exchange.queue(noun.content()).orElse(null);
        if (queue == null) {
            outcome.ended(null, CallStatus.FAILED);
            return;
        }
        outcome.more.add("QueueSid", queue.sid());
        var whisper = noun.has("url") ? Instruction.fetch("queue", leg.address(document, noun.get("url", "")), noun.method()) : null;
        try {
            connect(queue, whisper, leg.now().plus(timeout), limit);
        } finally {
            queue.forget(leg.call);
        }
    }

    private void connect(SimulatedQueue queue, Instruction whisper, Instant until, Instant limit) throws CallBreak, InterruptedException {
        while (true) {
            var member = queue.take(leg.call);
            if (member == null) {
                if (leg.next(until) instanceof LegEvent.TimeUp) {
                    outcome.ended(null, CallStatus.NO_ANSWER);
                    return;
                }
            } else if (talk(queue, member, whisper, limit)) {
                return;
            }
        }
    }

    /** False when the member has gone before the two were connected. */
    private boolean talk(SimulatedQueue queue, SimulatedQueue.Member member, Instruction whisper, Instant limit)
            throws CallBreak, InterruptedException {
        var bridge = new Bridge(leg.call, member.call(), taping);
        var waited = Duration.between(member.since(), leg.now()).toSeconds();
        var extra = Fields.of("QueueSid", queue.sid(), "QueueTime", String.valueOf(waited), "DequeingCallSid", leg.call.sid);
        member.call().post(new LegEvent.CalledFromQueue(new QueuePickUp(leg.call, whisper == null ? null : whisper.with(extra), bridge)));
        outcome.more.set("QueueTime", waited);
        try {
            while (!member.call().isOver()) {
                switch (leg.next(Instant.MAX)) {
                    case LegEvent.ChildReady ready when ready.bridge() == bridge -> {
                        outcome.bridged(member.call());
                        new Talk(leg, bridge).untilSomebodyLeaves(limit, dial.flag("hangupOnStar", false));
                        outcome.talkEnded(leg.now());
                        return true;
                    }
                    case LegEvent.PartnerLeft left when left.bridge() == bridge -> {
                        return false;
                    }
                    default -> {
                        // not about the member
                    }
                }
            }
            return false;
        } finally {
            bridge.leave(leg.call);
        }
    }
}
