package callward.simulator;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that the page of telephones shows.
 *
 * @param version  changes with every change; give it back to wait for the next one
 * @param numbers  numbers of the account that can be called
 * @param calls    the latest 12 calls and their legs
 * @param phones   phones that were called
 * @param webhooks the latest 100 requests to the customer's server
 * @param texts    the latest 20 text messages
 * @param alerts   the latest 20 things the carrier complains about
 */
public record SimulatorState(long version, List<SimulatorNumber> numbers, List<SimulatorCall> calls, List<SimulatorPhone> phones,
                             List<SimulatorWebhook> webhooks, List<SimulatorText> texts, List<SimulatorAlert> alerts) {

    private static final int RECENT_CALLS = 12;
    private static final int RECENT_WEBHOOKS = 100;
    private static final int RECENT = 20;

    /**
     * A number of the account that can be called.
     *
     * @param number         E.164
     * @param name           as the account has it
     * @param leadsSomewhere whether its calls are answered
     */
    public record SimulatorNumber(String number, String name, boolean leadsSomewhere) { }

    /**
     * One end of a call.
     *
     * @param sid           of this end
     * @param from          who calls: E.164, {@code anonymous}, {@code client:…} or {@code sip:…}
     * @param to            who is called
     * @param forwardedFrom the number the caller had dialled at first; null when it was this one
     * @param direction     {@code inbound}, {@code outbound-dial} …, as the carrier calls it
     * @param status        as the carrier calls it
     * @param parent        the leg that dialled this one, or null
     * @param created       when it began
     * @param answered      when it was answered; null while it was not
     * @param ended         when it ended; null while it goes on
     * @param at            the instant it pretends to have begun at, ISO 8601, or null
     * @param script        id of the script whose draft it tries, or null
     * @param awaited       what the carrier waits for here, or null
     * @param lines         what was heard and done, in order
     */
    public record SimulatorCall(String sid, String from, String to, String forwardedFrom, String direction, String status, String parent,
                                Instant created, Instant answered, Instant ended, String at, String script, SimulatorAwaited awaited,
                                List<SimulatorLine> lines) { }

    /** @param number counts the waits of the call, from 1 @param what KEYS, WORDS (or keys) or SOUND */
    public record SimulatorAwaited(int number, String what) { }

    /**
     * One line of what was heard or done.
     *
     * @param number   counts the lines of the call, from 1
     * @param at       when it was heard or done
     * @param kind     SPEECH, SOUND, TONE, VOICE, KEYS, RINGING, MUSIC, SAID, PRESSED, CONNECTED, ENDED or NOTE
     * @param text     the words, the keys, the address of the sound …; null when there are none
     * @param voice    which speaks; null when nobody does
     * @param language in which is spoken; null when nobody does
     */
    public record SimulatorLine(int number, Instant at, String kind, String text, String voice, String language) { }

    /**
     * A phone that was called, and what it does by itself.
     *
     * @param number E.164, {@code client:…} or {@code sip:…}
     * @param habit  what it does by itself: ANSWERS, DECLINES, BUSY, RINGS_OUT, DEAD, VOICEMAIL or BY_HAND
     */
    public record SimulatorPhone(String number, String habit) { }

    /**
     * A request to the customer's server.
     *
     * @param number  counts the requests, from 1
     * @param at      when it was sent
     * @param call    SID of the call; null when it is about none
     * @param purpose what it was sent for
     * @param method  GET or POST
     * @param path    what was asked for, without our origin
     * @param status  of the answer; 0 when there was none
     * @param millis  how long the answer took, milliseconds
     * @param error   why it failed; null when it did not
     */
    public record SimulatorWebhook(long number, Instant at, String call, String purpose, String method, String path, int status, long millis,
                                   String error) { }

    /**
     * @param at     when it was sent
     * @param from   who sent it
     * @param to     who gets it
     * @param body   what it says
     * @param status as the carrier calls it
     */
    public record SimulatorText(Instant at, String from, String to, String body, String status) { }

    /**
     * @param at      when it was raised
     * @param code    the carrier's number for it
     * @param message what is wrong
     * @param call    SID of the call; null when it is about none
     * @param url     what the carrier had asked for; null when nothing
     */
    public record SimulatorAlert(Instant at, int code, String message, String call, String url) { }

    /** @param local makes addresses of this server openable in the page */
    static SimulatorState of(Exchange exchange, UnaryOperator<String> local) {
        long version = exchange.account.bell().rings();
        return new SimulatorState(version, numbers(exchange), calls(exchange, local), phones(exchange), webhooks(exchange), texts(exchange), alerts(exchange));
    }

    private static List<SimulatorNumber> numbers(Exchange exchange) {
        return exchange.account.numbers().stream().map(number -> new SimulatorNumber(number.phoneNumber,
                number.setting("FriendlyName", number.phoneNumber), number.setting("VoiceUrl", null) != null)).toList();
    }

    private static List<SimulatorCall> calls(Exchange exchange, UnaryOperator<String> local) {
        var all = exchange.calls();
        var live = all.stream().filter(call -> !call.isOver());
        var recent = all.reversed().stream().filter(SimulatedCall::isOver).limit(RECENT_CALLS);
        return Stream.concat(live, recent).sorted(Comparator.comparing(call -> call.created)).map(call -> call(call, local)).toList();
    }

    private static SimulatorCall call(SimulatedCall call, UnaryOperator<String> local) {
        var lines = call.transcript().stream().map(heard -> new SimulatorLine(heard.number(), heard.at(), heard.kind().name(),
                heard.kind() == Heard.Kind.SOUND ? local.apply(heard.text()) : heard.text(), heard.voice(), heard.language())).toList();
        return new SimulatorCall(call.sid, call.from, call.to, call.forwardedFrom, call.direction.wire(), call.status().wire(),
                call.parent == null ? null : call.parent.sid, call.created, call.answeredAt(), call.endedAt(),
                call.headers.get(SimulatorResource.TIME), call.headers.get(SimulatorResource.SCRIPT), awaited(call), lines);
    }

    private static SimulatorAwaited awaited(SimulatedCall call) {
        var awaited = call.awaited();
        return awaited == null ? null : new SimulatorAwaited(awaited.number(), awaited.what().name());
    }

    private static List<SimulatorPhone> phones(Exchange exchange) {
        return exchange.phones().stream().map(phone -> new SimulatorPhone(phone.number(), phone.habit().name())).toList();
    }

    private static List<SimulatorWebhook> webhooks(Exchange exchange) {
        return exchange.webhooks.log().reversed().stream().limit(RECENT_WEBHOOKS).map(webhook -> new SimulatorWebhook(webhook.number(),
                webhook.at(), webhook.callSid(), webhook.purpose(), webhook.method(), path(webhook.url()), webhook.status(), webhook.millis(),
                webhook.error())).toList();
    }

    private static String path(String url) {
        return url.replaceFirst("^https?://[^/]*", "").replaceFirst("\\?.*", "");
    }

    private static List<SimulatorText> texts(Exchange exchange) {
        return exchange.account.messages().reversed().stream().limit(RECENT).map(message ->
                new SimulatorText(message.created, message.from, message.to, message.body, message.status)).toList();
    }

    private static List<SimulatorAlert> alerts(Exchange exchange) {
        return exchange.account.alerts().reversed().stream().limit(RECENT).map(alert ->
                new SimulatorAlert(alert.at(), alert.code(), alert.message(), alert.callSid(), alert.url())).toList();
    }
}
