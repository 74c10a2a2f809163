package callward.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** The carrier's side of one leg while it lives: waits for events, fetches documents, speaks. */
final class LiveLeg {

    static final String APPLICATION_ERROR = "We are sorry, an application error has occurred. Goodbye.";

    final Exchange exchange;
    final SimulatedCall call;
    /** Events for which a leg leaves what it does while it waits in a queue or for a conference. */
    private Predicate<LegEvent> wakeUp = event -> false;

    LiveLeg(Exchange exchange, SimulatedCall call) {
        this.exchange = exchange;
        this.call = call;
    }

    Instant now() {
        return exchange.time.now();
    }

    /** Runs documents until there is no next one; returning means that the call is to be hung up. */
    void converse(Instruction first) throws CallBreak, InterruptedException {
        var instruction = first;
        while (instruction != null) {
            try {
                instruction = new TwimlInterpreter(this, TwimlMode.CALL).run(fetch(instruction));
            } catch (CallBreak.Moved moved) {
                instruction = moved.to;
            }
        }
    }

    /** The next event that is not the end or a move of this leg: those leave by exception. */
    LegEvent next(Instant until) throws CallBreak, InterruptedException {
        var event = call.inbox.next(until);
        leaveIfAsked(event);
        if (wakeUp.test(event)) {
            throw new CallBreak.WaitOver(event);
        }
        return event;
    }

    /** Leaves if the call was ended or moved while nobody waited for an event. */
    void checkpoint() throws CallBreak {
        var interruption = call.inbox.interruption();
        if (interruption.isPresent()) {
            leaveIfAsked(interruption.get());
        }
    }

    private void leaveIfAsked(LegEvent event) throws CallBreak {
        switch (event) {
            case LegEvent.HungUp hungUp -> throw new CallBreak.Over(statusOfHangUp());
            case LegEvent.Ended ended -> throw new CallBreak.Over(
                    call.isAnswered() || ended.status() != CallStatus.COMPLETED ? ended.status() : CallStatus.CANCELED);
            case LegEvent.Redirected redirected -> throw new CallBreak.Moved(redirected.instruction());
            default -> {
                // for the one who waits
            }
        }
    }

    private CallStatus statusOfHangUp() {
        if (call.isAnswered()) {
            return CallStatus.COMPLETED;
        }
        return call.direction == Direction.INBOUND ? CallStatus.NO_ANSWER : CallStatus.BUSY;
    }

    void answer() {
        if (call.becomes(CallStatus.IN_PROGRESS)) {
            exchange.reports.progress(call, "answered");
        }
    }

    /**
     * Lets time pass while the person listens to a line; an event that the ears are open for ends it early.
     *
     * @return that event, or null
     */
    LegEvent listen(Duration length, int line, Ears ears) throws CallBreak, InterruptedException {
        if (length.isZero()) {
            return null; // nobody speaks: keys stay in the inbox for whoever listens next
        }
        var until = now().plus(length);
        while (true) {
            var event = next(until);
            switch (event) {
                case LegEvent.TimeUp timeUp -> {
                    return null;
                }
                case LegEvent.HeardEnough enough when enough.upTo() >= line -> {
                    return null;
                }
                case LegEvent.Pressed pressed when ears.keys() -> {
                    return pressed;
                }
                case LegEvent.Spoke spoke when ears.words() -> {
                    return spoke;
                }
                case LegEvent.Pressed pressed -> call.note(Heard.Kind.NOTE, "Nobody listened to the key " + pressed.key());
                default -> {
                    // not for a listener
                }
            }
        }
    }

    /** Waits in a queue or for a conference, with the customer's documents or music, until the event comes. */
    LegEvent waitFor(Predicate<LegEvent> what, Instruction entertainment, TwimlMode mode) throws CallBreak, InterruptedException {
        wakeUp = what;
        try {
            if (entertainment == null) {
                call.note(Heard.Kind.MUSIC, "music");
            }
            while (true) {
                if (entertainment == null) {
                    next(Instant.MAX);
                } else {
                    entertain(entertainment, mode);
                }
            }
        } catch (CallBreak.WaitOver over) {
            return over.why;
        } finally {
            wakeUp = event -> false;
        }
    }

    /** One round; it takes at least a second, or a short document would be requested without end. */
    private void entertain(Instruction first, TwimlMode mode) throws CallBreak, InterruptedException {
        var start = now();
        var line = call.transcript().size();
        var instruction = first;
        while (instruction != null) {
            instruction = new TwimlInterpreter(this, mode).run(fetch(instruction));
        }
        var spoken = call.transcript().stream().skip(line).mapToInt(heard -> heard.text().length()).sum();
        var least = start.plus(Duration.ofSeconds(1).plus(Spoken.length("x".repeat(spoken), 14)));
        while (now().isBefore(least)) {
            if (next(least) instanceof LegEvent.TimeUp) {
                break;
            }
        }
    }

    /** Gets a document, from the fallback address if need be; when all fails the caller hears an apology and the call ends. */
    TwimlDocument fetch(Instruction instruction) throws CallBreak, InterruptedException {
        if (instruction.isInline()) {
            return inline(instruction);
        }
        try {
            return requested(instruction);
        } catch (WebhookFailed failure) {
            exchange.alert(failure.code, failure.getMessage(), call, failure.url);
            return fallback(instruction, failure);
        }
    }

    private TwimlDocument inline(Instruction instruction) throws CallBreak, InterruptedException {
        try {
            return TwimlDocument.parse(null, instruction.twiml());
        } catch (TwimlRefused refused) {
            throw applicationError(refused.code, refused.getMessage(), null);
        }
    }

    private TwimlDocument fallback(Instruction instruction, WebhookFailed failure) throws CallBreak, InterruptedException {
        if (call.fallbackUrl == null) {
            throw applicationError();
        }
        try {
            var error = Fields.of("ErrorCode", String.valueOf(failure.code), "ErrorUrl", Webhooks.withoutFragment(instruction.url()));
            return requested(Instruction.fetch("fallback", call.fallbackUrl, call.fallbackMethod, instruction.extra()).with(error));
        } catch (WebhookFailed second) {
            throw applicationError(second.code, second.getMessage(), second.url);
        }
    }

    private TwimlDocument requested(Instruction instruction) throws WebhookFailed, InterruptedException {
        if (!UrlCheck.isCallable(instruction.url())) {
            throw new WebhookFailed(11100, "not an address that can be called", instruction.url(), "");
        }
        var answer = exchange.webhooks.send(new WebhookRequest(call.sid, instruction.purpose(), instruction.url(),
                instruction.method(), parameters(), instruction.extra(), call.cookies, true));
        try {
            return TwimlDocument.of(answer);
        } catch (TwimlRefused refused) {
            throw new WebhookFailed(refused.code, refused.getMessage(), answer.url(), "");
        }
    }

    Fields parameters() {
        return CallParameters.of(call, exchange.account.sid());
    }

    /** Requests an address whose answer nobody will act on, because the leg is over or has been moved. */
    void mention(Instruction instruction) {
        exchange.reports.send(call, instruction.purpose(), instruction.url(), instruction.method(), parameters(), instruction.extra());
    }

    CallBreak.Over applicationError(int code, String message, String url) throws CallBreak, InterruptedException {
        exchange.alert(code, message, call, url);
        return applicationError();
    }

    private CallBreak.Over applicationError() throws CallBreak, InterruptedException {
        answer();
        int line = call.note(Heard.Kind.SPEECH, APPLICATION_ERROR);
        listen(Spoken.length(APPLICATION_ERROR, exchange.habits.speechRate()), line, Ears.CLOSED);
        return new CallBreak.Over(CallStatus.COMPLETED);
    }

    /** The address that a verb names, read against the document's own; none can be read in a document that came by REST. */
    String address(TwimlDocument document, String named) throws CallBreak, InterruptedException {
        if (named.isEmpty() && document.url() != null) {
            return document.url();
        }
        try {
            var address = document.url() == null ? URI.create(named)
                    : URI.create(Webhooks.withoutFragment(document.url())).resolve(named);
            if (address.isAbsolute()) {
                return address.toString();
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw applicationError(11100, "not an absolute address: " + named, document.url());
    }
}
