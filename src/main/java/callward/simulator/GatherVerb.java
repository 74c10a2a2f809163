package callward.simulator;

import java.time.Duration;

/** {@code <Gather>}: prompts, and listens for keys or words from the first prompt on. */
final class GatherVerb {

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb verb;
    private final Ears ears;
    private final StringBuilder digits = new StringBuilder();

    GatherVerb(LiveLeg leg, TwimlDocument document, TwimlVerb verb) {
        this.leg = leg;
        this.document = document;
        this.verb = verb;
        var input = verb.get("input", "dtmf");
        ears = new Ears(input.contains("dtmf"), input.contains("speech"));
    }

    Instruction perform() throws CallBreak, InterruptedException {
        var event = prompts();
        leg.call.awaits(ears.words() ? Awaited.What.WORDS : Awaited.What.KEYS);
        try {
            return input(event);
        } finally {
            leg.call.awaitsNothing();
        }
    }

    /** @param first what cut the prompts short, or null */
    private Instruction input(LegEvent first) throws CallBreak, InterruptedException {
        var event = first;
        var finish = verb.get("finishOnKey", "#");
        while (true) {
            if (event == null) {
                event = leg.next(leg.now().plus(timeout()));
            }
            switch (event) {
                case LegEvent.Pressed pressed when ears.keys() && finish.indexOf(pressed.key()) >= 0 -> {
                    return pressedKeys(String.valueOf(pressed.key()));
                }
                case LegEvent.Pressed pressed when ears.keys() -> {
                    digits.append(pressed.key());
                    if (digits.length() >= verb.number("numDigits", Integer.MAX_VALUE)) {
                        return pressedKeys(null);
                    }
                }
                case LegEvent.Spoke spoke when ears.words() && digits.isEmpty() -> {
                    return spoken(spoke);
                }
                case LegEvent.TimeUp timeUp -> {
                    return pressedKeys(null);
                }
                default -> {
                    // not what is listened for
                }
            }
            event = null;
        }
    }

    private LegEvent prompts() throws CallBreak, InterruptedException {
        var prompter = new Prompter(leg);
        var whilePrompting = verb.flag("bargeIn", true) ? ears : Ears.CLOSED;
        LegEvent cut = null;
        for (var child : verb.children()) {
            if (cut == null) {
                cut = switch (child.name()) {
                    case "Say" -> prompter.say(child, whilePrompting);
                    case "Play" -> prompter.play(child, document, whilePrompting);
                    default -> prompter.pause(child, whilePrompting);
                };
            }
        }
        return cut;
    }

    private Duration timeout() {
        var timeout = verb.get("timeout", "5");
        return Duration.ofSeconds(timeout.equals("auto") ? 5 : Integer.parseInt(timeout.trim()));
    }

    /** Nothing entered means no request, unless the document asks for one. */
    private Instruction pressedKeys(String finishedOn) throws CallBreak, InterruptedException {
        if (digits.isEmpty() && !verb.flag("actionOnEmptyResult", false)) {
            return null;
        }
        return action(Fields.of("Digits", digits.toString()).add("FinishedOnKey", finishedOn).add("msg", "Gather End"));
    }

    private Instruction spoken(LegEvent.Spoke spoke) throws CallBreak, InterruptedException {
        if (verb.has("partialResultCallback")) {
            var url = leg.address(document, verb.get("partialResultCallback", ""));
            leg.exchange.reports.send(leg.call, "partial", url, verb.get("partialResultCallbackMethod", "POST"), leg.parameters(),
                    Fields.of("UnstableSpeechResult", spoke.text(), "Stability", "0.9", "SequenceNumber", "0"));
        }
        return action(Fields.of("SpeechResult", spoke.text(), "Confidence", "0.9128"));
    }

    private Instruction action(Fields result) throws CallBreak, InterruptedException {
        return Instruction.fetch("gather", leg.address(document, verb.get("action", "")), verb.method(), result);
    }
}
