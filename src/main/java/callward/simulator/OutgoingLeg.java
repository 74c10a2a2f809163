package callward.simulator;

import java.time.Duration;
import java.time.Instant;

/** The life of a leg that the carrier began: by REST or for a {@code <Dial>}. */
final class OutgoingLeg {

    /** How long a ringing time-out is longer than asked for, as at the real carrier. */
    static final Duration BUFFER = Duration.ofSeconds(5);

    private final LiveLeg leg;
    private final SimulatedCall call;
    private final MachineDetection detection;
    private final String sendDigits;

    OutgoingLeg(Exchange exchange, SimulatedCall call, MachineDetection detection, String sendDigits) {
        leg = new LiveLeg(exchange, call);
        this.call = call;
        this.detection = detection;
        this.sendDigits = sendDigits;
    }

    /** A call by REST: rings, and runs its document when it is answered. */
    void live(OutgoingOrder order) throws InterruptedException {
        lifecycle(() -> {
            ring(leg.now().plus(order.timeout()).plus(BUFFER));
            var alarm = leg.exchange.time.wakeAt(leg.now().plus(order.timeLimit()), () -> call.post(new LegEvent.Ended(CallStatus.COMPLETED)));
            try {
                pickedUp();
                leg.converse(order.instruction());
            } finally {
                alarm.cancel();
            }
        });
    }

    /** A leg of a {@code <Dial>}: the first of its race to be picked up hears its whisper and is connected. */
    void live(DialRace race, Instruction whisper) throws InterruptedException {
        lifecycle(() -> {
            ring(Instant.MAX);
            if (!race.isWonBy(call)) {
                throw new CallBreak.Over(CallStatus.CANCELED);
            }
            pickedUp();
            try {
                whisper(whisper);
                new Talk(leg, race.connect(call)).untilSomebodyLeaves(Instant.MAX, false);
            } catch (CallBreak.Moved moved) {
                race.left(call);
                leg.converse(moved.to);
            }
        });
        race.lost(call);
    }

    private void ring(Instant until) throws CallBreak, InterruptedException {
        leg.exchange.reports.progress(call, "initiated");
        leg.checkpoint();
        call.becomes(CallStatus.RINGING);
        leg.exchange.reports.progress(call, "ringing");
        call.phone.rung(call);
        while (true) {
            switch (leg.next(until)) {
                case LegEvent.PickedUp pickedUp -> {
                    call.answeredBy = detection.isOn() && !detection.async() ? detection.verdict(pickedUp.byMachine()) : null;
                    machine = pickedUp.byMachine();
                    return;
                }
                case LegEvent.NotAnswered not -> {
                    call.sipCode = not.sipCode();
                    throw new CallBreak.Over(not.status());
                }
                case LegEvent.TimeUp timeUp -> {
                    call.sipCode = 487;
                    throw new CallBreak.Over(CallStatus.NO_ANSWER);
                }
                default -> {
                    // a ringing phone hears nothing else
                }
            }
        }
    }

    private boolean machine;

    private void pickedUp() {
        leg.answer();
        if (sendDigits != null) {
            call.note(Heard.Kind.KEYS, sendDigits);
        }
        if (machine) {
            call.phone.greeting().forEach(line -> call.note(Heard.Kind.SAID, line));
        }
        call.byMachine = machine;
        if (detection.isOn() && detection.async() && detection.callbackUrl() != null) {
            leg.exchange.reports.send(call, "machine", detection.callbackUrl(), detection.callbackMethod(),
                    Fields.of("AccountSid", leg.exchange.account.sid(), "CallSid", call.sid,
                            "AnsweredBy", detection.verdict(machine), "MachineDetectionDuration", "2300"), Fields.none());
        }
    }

    private void whisper(Instruction first) throws CallBreak, InterruptedException {
        var instruction = first;
        while (instruction != null) {
            instruction = new TwimlInterpreter(leg, TwimlMode.WHISPER).run(leg.fetch(instruction));
        }
    }

    private void lifecycle(Life life) throws InterruptedException {
        var end = CallStatus.FAILED;
        try {
            life.run();
            end = CallStatus.COMPLETED;
        } catch (CallBreak.Over over) {
            end = over.status;
        } catch (CallBreak other) {
            throw new IllegalStateException(other);
        } finally {
            call.note(Heard.Kind.ENDED, end.wire());
            call.becomes(end);
            leg.exchange.reports.progress(call, "completed");
        }
    }

    /** What happens between the first ring and the end. */
    private interface Life {
        void run() throws CallBreak, InterruptedException;
    }
}
