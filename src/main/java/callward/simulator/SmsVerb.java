package callward.simulator;

/** {@code <Sms>}: a text to the other end of the call. */
final class SmsVerb {

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb verb;

    SmsVerb(LiveLeg leg, TwimlDocument document, TwimlVerb verb) {
        this.leg = leg;
        this.document = document;
        this.verb = verb;
    }

    Instruction perform() throws CallBreak, InterruptedException {
        var call = leg.call;
        boolean inbound = call.direction == Direction.INBOUND;
        var from = verb.get("from", inbound ? call.to : call.from);
        var to = verb.get("to", inbound ? call.from : call.to);
        if (!leg.exchange.account.owns(from) || verb.content().isEmpty()) {
            leg.exchange.alert(verb.content().isEmpty() ? 14103 : 14107, "<Sms> from " + from + " was not sent", call, document.url());
            return null;
        }
        var callback = verb.has("statusCallback") ? leg.address(document, verb.get("statusCallback", "")) : null;
        var message = new Texting(leg.exchange).send(from, to, verb.content(), "outbound-reply", callback);
        return verb.has("action") ? Instruction.fetch("sms", leg.address(document, verb.get("action", "")), verb.method(),
                Fields.of("SmsSid", message.sid, "SmsStatus", message.status)) : null;
    }
}
