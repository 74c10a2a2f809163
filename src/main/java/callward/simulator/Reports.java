package callward.simulator;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Tells the customer's server what has happened, beside the calls themselves: status callbacks of every sort. */
final class Reports {

    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Exchange exchange;

    Reports(Exchange exchange) {
        this.exchange = exchange;
    }

    static String rfc2822(Instant instant) {
        return instant == null ? null : RFC_2822.format(instant);
    }

    /** A step of a leg's life, if somebody wants to know it. */
    void progress(SimulatedCall call, String event) {
        if (!call.callback.wants(event)) {
            return;
        }
        var extra = Fields.of("Timestamp", rfc2822(exchange.time.now()), "CallbackSource", "call-progress-events",
                "SequenceNumber", String.valueOf(call.sequence.getAndIncrement()));
        extra.set("CallStatus", event.equals("initiated") ? "initiated" : call.status().wire());
        if (event.equals("completed")) {
            extra.add("CallDuration", call.seconds()).add("Duration", (call.seconds() + 59) / 60);
            extra.add("SipResponseCode", call.sipCode == 0 ? null : call.sipCode);
        }
        send(call, "status", call.callback.url(), call.callback.method(), CallParameters.of(call, sid()), extra);
    }

    /** Sends a report about a call, after the call's earlier ones. */
    void send(SimulatedCall call, String purpose, String url, String method, Fields base, Fields extra) {
        var request = new WebhookRequest(call.sid, purpose, url, method, base, extra, call.cookies, true);
        var done = new CompletableFuture<Void>();
        CompletableFuture<Void> before;
        synchronized (call.cookies) {
            before = call.reports;
            call.reports = done;
        }
        exchange.work(() -> {
            try {
                before.join();
                deliver(request, call);
            } finally {
                done.complete(null);
            }
        });
    }

    /** Sends a report that belongs to no call, e.g. about a text message. */
    void send(String purpose, String url, String method, Fields fields) {
        exchange.work(() -> deliver(new WebhookRequest(null, purpose, url, method, fields, Fields.none(), null, true), null));
    }

    private void deliver(WebhookRequest request, SimulatedCall call) throws InterruptedException {
        if (!UrlCheck.isCallable(request.url())) {
            exchange.alert(11100, "not an address that can be called", call, request.url());
            return;
        }
        try {
            var answer = exchange.webhooks.send(request);
            if (answer.status() != 204 && answer.mediaType().isEmpty()) {
                exchange.alert(12300, "answer to a callback without content type", call, request.url());
            }
        } catch (WebhookFailed failure) {
            exchange.alert(failure.code, failure.getMessage(), call, failure.url);
        }
    }

    private String sid() {
        return exchange.account.sid();
    }
}
