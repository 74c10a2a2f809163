package callward.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code <Dial>}: connects the leg with phones, with who waits in a queue, or with a conference. */
final class DialVerb {

    private static final int MOST_TARGETS = 10;

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb verb;
    private final Taping taping = new Taping();
    private final DialOutcome outcome = new DialOutcome();

    DialVerb(LiveLeg leg, TwimlDocument document, TwimlVerb verb) {
        this.leg = leg;
        this.document = document;
        this.verb = verb;
    }

    Instruction perform() throws CallBreak, InterruptedException {
        var action = verb.has("action") ? leg.address(document, verb.get("action", "")) : null;
        try {
            dial();
        } catch (CallBreak gone) {
            // the caller has gone or was moved: the action is still requested, but nobody acts on the answer
            if (action != null) {
                var fields = report();
                if (gone instanceof CallBreak.Over over) {
                    fields.set("CallStatus", over.status.wire());
                }
                leg.mention(Instruction.fetch("dial", action, verb.method(), fields));
            }
            throw gone;
        }
        leg.answer();
        return action == null ? null : Instruction.fetch("dial", action, verb.method(), report());
    }

    private void dial() throws CallBreak, InterruptedException {
        var first = verb.children().isEmpty() ? "Number" : verb.children().get(0).name();
        switch (first) {
            case "Queue" -> new DialQueue(leg, document, verb, outcome, taping).perform(timeout(), limit());
            case "Conference" -> new DialConference(leg, document, verb.children().get(0), outcome)
                    .perform(limit(), verb.flag("hangupOnStar", false));
            default -> dialPhones();
        }
        outcome.settle();
    }

    private void dialPhones() throws CallBreak, InterruptedException {
        var targets = targets();
        if (targets.size() > MOST_TARGETS) {
            leg.exchange.alert(12200, "<Dial> with " + targets.size() + " phones, at most 10", leg.call, document.url());
            outcome.ended(null, CallStatus.FAILED);
        } else if (verb.flag("sequential", false)) {
            for (var target : targets) {
                if (!outcome.pickedUp()) {
                    ring(List.of(target));
                }
            }
        } else if (!targets.isEmpty()) {
            ring(targets);
        }
    }

    private List<DialTarget> targets() throws CallBreak, InterruptedException {
        var targets = new ArrayList<DialTarget>();
        var reader = new DialTargets(leg, document, verb);
        if (verb.children().isEmpty()) {
            reader.read(TwimlVerb.of("Number", verb.text())).ifPresentOrElse(targets::add, () -> outcome.ended(null, CallStatus.FAILED));
        }
        for (var child : verb.children()) {
            reader.read(child).ifPresentOrElse(targets::add, () -> outcome.ended(null, CallStatus.FAILED));
        }
        return targets;
    }

    private void ring(List<DialTarget> targets) throws CallBreak, InterruptedException {
        var race = new DialRace(leg.call, taping);
        for (var target : targets) {
            race.add(child(target));
        }
        leg.call.note(Heard.Kind.RINGING, "ringing");
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            var child = race.runners().get(i);
            leg.exchange.add(child);
            leg.exchange.work(() -> new OutgoingLeg(leg.exchange, child, target.detection(), target.sendDigits()).live(race, target.whisper()));
        }
        try {
            await(race);
        } catch (CallBreak gone) {
            race.stop(CallStatus.CANCELED);
            outcome.abandoned(race.winner());
            throw gone;
        }
    }

    private SimulatedCall child(DialTarget target) {
        var child = new SimulatedCall(leg.exchange.time, leg.exchange.account.bell(), Direction.OUTBOUND_DIAL,
                target.from(), target.to(), leg.call);
        child.callback = target.callback();
        child.phone = leg.exchange.phone(target.to());
        return child;
    }

    private void await(DialRace race) throws CallBreak, InterruptedException {
        var until = leg.now().plus(timeout());
        var ringing = new ArrayList<>(race.runners());
        while (!ringing.isEmpty()) {
            var event = leg.next(race.winner() == null ? until : Instant.MAX);
            switch (event) {
                case LegEvent.ChildReady ready when ringing.contains(ready.child()) -> {
                    talk(ready);
                    return;
                }
                case LegEvent.ChildOver over when ringing.remove(over.child()) -> outcome.ended(over.child(),
                        over.child().isOver() ? over.child().status() : CallStatus.COMPLETED);
                case LegEvent.TimeUp timeUp when race.winner() == null -> {
                    race.stop(CallStatus.NO_ANSWER);
                    until = Instant.MAX; // each of them reports that it is over
                }
                default -> {
                    // not part of ringing
                }
            }
        }
    }

    private void talk(LegEvent.ChildReady ready) throws CallBreak, InterruptedException {
        leg.answer();
        outcome.bridged(ready.child());
        try {
            new Talk(leg, ready.bridge()).untilSomebodyLeaves(limit(), verb.flag("hangupOnStar", false));
        } finally {
            outcome.talkEnded(leg.now());
            keepTape();
        }
    }

    private void keepTape() throws CallBreak, InterruptedException {
        if (verb.get("record", "false").matches("true|record-.*") && !taping.isEmpty()) {
            var recorder = leg.exchange.recorder;
            var recording = recorder.begin(leg.call, "DialVerb");
            var callback = verb.has("recordingStatusCallback") ? leg.address(document, verb.get("recordingStatusCallback", "")) : null;
            recorder.finish(leg.call, recording, taping, new Recorder.Wishes(callback,
                    verb.get("recordingStatusCallbackMethod", "POST"), verb.get("recordingStatusCallbackEvent", "completed"), null, false));
            outcome.recordingUrl = recorder.url(recording);
        }
    }

    private Fields report() {
        return outcome.fields();
    }

    private Duration timeout() {
        return Duration.ofSeconds(Math.max(5, verb.number("timeout", 30))).plus(OutgoingLeg.BUFFER);
    }

    private Instant limit() {
        return leg.now().plusSeconds(verb.number("timeLimit", 14_400));
    }
}
