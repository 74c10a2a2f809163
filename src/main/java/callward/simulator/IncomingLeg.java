package callward.simulator;

/** The life of a leg that a person began by dialling a number of the account. */
final class IncomingLeg {

    private final LiveLeg leg;
    private final SimulatedNumber number;

    IncomingLeg(Exchange exchange, SimulatedCall call, SimulatedNumber number) {
        leg = new LiveLeg(exchange, call);
        this.number = number;
    }

    void live() throws InterruptedException {
        var end = CallStatus.FAILED;
        try {
            end = converse();
        } finally {
            leg.call.note(Heard.Kind.ENDED, end.wire());
            leg.call.becomes(end);
            leg.exchange.reports.progress(leg.call, "completed");
        }
    }

    private CallStatus converse() throws InterruptedException {
        var url = number.setting("VoiceUrl", null);
        if (url == null) {
            leg.call.note(Heard.Kind.NOTE, "The number leads nowhere: it has no voice URL.");
            return CallStatus.FAILED;
        }
        try {
            leg.call.note(Heard.Kind.RINGING, "ringing");
            leg.converse(Instruction.fetch("voice", url, number.setting("VoiceMethod", "POST"), leg.call.headers));
            leg.answer();
            return CallStatus.COMPLETED;
        } catch (CallBreak.Over over) {
            return over.status;
        } catch (CallBreak other) {
            throw new IllegalStateException(other);
        }
    }
}
