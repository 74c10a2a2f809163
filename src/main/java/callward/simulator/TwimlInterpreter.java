package callward.simulator;

import java.time.Duration;

/** Does what a document says, verb by verb. */
final class TwimlInterpreter {

    private final LiveLeg leg;
    private final TwimlMode mode;
    private final Prompter prompter;

    TwimlInterpreter(LiveLeg leg, TwimlMode mode) {
        this.leg = leg;
        this.mode = mode;
        prompter = new Prompter(leg);
    }

    /** Runs the document; answers where the next one comes from, or null when the end was reached. */
    Instruction run(TwimlDocument document) throws CallBreak, InterruptedException {
        document.warnings().forEach(warning -> leg.exchange.alert(warning.code(), warning.message(), leg.call, document.url()));
        for (var verb : document.verbs()) {
            leg.checkpoint();
            if (!mode.allows(verb.name())) {
                refuse(verb, document);
            } else {
                answerUnlessItCanWait(verb);
                var next = perform(verb, document);
                if (next != null) {
                    leg.checkpoint();
                    return next;
                }
            }
        }
        leg.checkpoint();
        return null;
    }

    private void refuse(TwimlVerb verb, TwimlDocument document) throws CallBreak {
        boolean dialInWhisper = verb.name().equals("Dial");
        leg.exchange.alert(dialInWhisper ? 13201 : 12200, "<" + verb.name() + "> is not allowed here (" + mode + ")", leg.call, document.url());
        if (dialInWhisper) {
            throw new CallBreak.Over(CallStatus.COMPLETED);
        }
    }

    /** A pause, a refusal or a dial that answers on bridge leave the call ringing while they come first. */
    private void answerUnlessItCanWait(TwimlVerb verb) {
        boolean canWait = switch (verb.name()) {
            case "Pause", "Reject", "Redirect" -> true;
            case "Dial" -> verb.flag("answerOnBridge", false);
            default -> false;
        };
        if (!canWait) {
            leg.answer();
        }
    }

    private Instruction perform(TwimlVerb verb, TwimlDocument document) throws CallBreak, InterruptedException {
        return switch (verb.name()) {
            case "Say" -> done(prompter.say(verb, Ears.CLOSED));
            case "Play" -> done(prompter.play(verb, document, Ears.CLOSED));
            case "Pause" -> done(prompter.pause(verb, Ears.CLOSED));
            case "Gather" -> new GatherVerb(leg, document, verb).perform();
            case "Record" -> new RecordVerb(leg, document, verb).perform();
            case "Dial" -> new DialVerb(leg, document, verb).perform();
            case "Enqueue" -> new EnqueueVerb(leg, document, verb).perform();
            case "Redirect" -> Instruction.fetch("redirect", leg.address(document, verb.content()), verb.method());
            case "Sms" -> new SmsVerb(leg, document, verb).perform();
            case "Leave" -> throw leave();
            case "Hangup" -> throw new CallBreak.Over(CallStatus.COMPLETED);
            case "Reject" -> throw reject(verb);
            default -> throw new IllegalStateException(verb.name());
        };
    }

    private static Instruction done(LegEvent nobodyListened) {
        return null;
    }

    private CallBreak leave() {
        return mode == TwimlMode.QUEUE_WAIT ? new CallBreak.WaitOver(null) : new CallBreak.Over(CallStatus.COMPLETED);
    }

    private CallBreak reject(TwimlVerb verb) {
        if (leg.call.isAnswered()) {
            leg.exchange.alert(12200, "<Reject> after the call was answered only hangs up", leg.call, null);
            return new CallBreak.Over(CallStatus.COMPLETED);
        }
        boolean busy = verb.get("reason", "rejected").equals("busy");
        leg.call.note(Heard.Kind.NOTE, busy ? "busy tone" : "The number you have dialed is not in service.");
        return new CallBreak.Over(busy ? CallStatus.BUSY : CallStatus.NO_ANSWER);
    }

    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
