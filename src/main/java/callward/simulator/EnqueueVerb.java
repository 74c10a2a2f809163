package callward.simulator;

import java.time.Instant;

/** {@code <Enqueue>}: the caller waits in a queue until somebody takes him out, or he leaves. */
final class EnqueueVerb {

    private static final int USUAL_SIZE = 1000;
    private static final int LONGEST_NAME = 64;

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb verb;
    private SimulatedQueue queue;
    private Instant joined;

    EnqueueVerb(LiveLeg leg, TwimlDocument document, TwimlVerb verb) {
        this.leg = leg;
        this.document = document;
        this.verb = verb;
    }

    Instruction perform() throws CallBreak, InterruptedException {
        var name = verb.content();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            leg.exchange.alert(12200, "queue name with " + name.length() + " characters", leg.call, document.url());
            return action("error");
        }
        queue = leg.exchange.queueNamed(name, verb.number("maxQueueSize", USUAL_SIZE));
        joined = leg.now();
        return queue.join(leg.call, joined) ? waitInQueue() : action("queue-full");
    }

    private Instruction waitInQueue() throws CallBreak, InterruptedException {
        return switch (endOfWait()) {
            case LegEvent.CalledFromQueue called -> talk(called.pickUp());
            case LegEvent.RedirectedFromQueue redirected -> {
                mention("redirected", null);
                yield redirected.instruction();
            }
            case null, default -> action("leave");
        };
    }

    private LegEvent endOfWait() throws CallBreak, InterruptedException {
        try {
            return leg.waitFor(EnqueueVerb::takesOut, entertainment(), TwimlMode.QUEUE_WAIT);
        } catch (CallBreak gone) {
            mention(gone instanceof CallBreak.Moved ? "redirected" : "hangup", gone);
            throw gone;
        } finally {
            queue.leave(leg.call);
        }
    }

    private static boolean takesOut(LegEvent event) {
        return event instanceof LegEvent.CalledFromQueue || event instanceof LegEvent.RedirectedFromQueue;
    }

    /** The wait document's parameters change with time: they are made for every request. */
    private Instruction entertainment() throws CallBreak, InterruptedException {
        if (!verb.has("waitUrl")) {
            return null;
        }
        var url = leg.address(document, verb.get("waitUrl", ""));
        return url.isEmpty() ? null : Instruction.fetch("wait", url, verb.get("waitUrlMethod", "POST").toUpperCase(java.util.Locale.ROOT),
                () -> queue.position(leg.call, leg.now()));
    }

    private Instruction talk(QueuePickUp pickUp) throws CallBreak, InterruptedException {
        try {
            var instruction = pickUp.whisper();
            while (instruction != null) {
                instruction = new TwimlInterpreter(leg, TwimlMode.QUEUE_WHISPER).run(leg.fetch(instruction));
            }
            pickUp.dialler().post(new LegEvent.ChildReady(leg.call, pickUp.bridge()));
            new Talk(leg, pickUp.bridge()).untilSomebodyLeaves(Instant.MAX, false);
            return action("bridged");
        } catch (CallBreak gone) {
            mention(gone instanceof CallBreak.Moved ? "redirected-from-bridged" : "bridged", gone);
            throw gone;
        } finally {
            pickUp.bridge().leave(leg.call);
        }
    }

    /** Nobody acts on the answer. @param gone why, where the leg itself is over or was moved */
    private void mention(String result, CallBreak gone) throws CallBreak, InterruptedException {
        var action = action(result);
        if (action != null) {
            leg.mention(gone instanceof CallBreak.Over over ? action.with(Fields.of("CallStatus", over.status.wire())) : action);
        }
    }

    private Instruction action(String result) throws CallBreak, InterruptedException {
        if (!verb.has("action")) {
            return null;
        }
        var extra = Fields.of("QueueResult", result);
        if (queue != null) {
            extra.add("QueueSid", queue.sid()).add("QueueTime", java.time.Duration.between(joined, leg.now()).toSeconds());
        }
        return Instruction.fetch("enqueue", leg.address(document, verb.get("action", "")), verb.method(), extra);
    }
}
