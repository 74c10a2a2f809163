package callward.simulator;

/** Sends text messages: every phone is switched on, every text arrives. */
final class Texting {

    private final Exchange exchange;

    Texting(Exchange exchange) {
        this.exchange = exchange;
    }

    SimulatedMessage send(String from, String to, String body, String direction, String statusCallback) {
        var message = new SimulatedMessage();
        message.sid = Sid.fresh("SM");
        message.from = from;
        message.to = to;
        message.body = body;
        message.direction = direction;
        message.status = "queued";
        message.created = exchange.time.now();
        message.statusCallback = statusCallback;
        exchange.account.add(message);
        exchange.work(() -> deliver(message));
        return message;
    }

    private void deliver(SimulatedMessage message) {
        for (var status : new String[] {"sent", "delivered"}) {
            message.status = status;
            message.sent = exchange.time.now();
            exchange.account.changed();
            if (message.statusCallback != null) {
                exchange.reports.send("message", message.statusCallback, "POST",
                        Fields.of("MessageSid", message.sid, "SmsSid", message.sid, "MessageStatus", status, "SmsStatus", status,
                                "To", message.to, "From", message.from, "AccountSid", exchange.account.sid(), "ApiVersion", "2010-04-01"));
            }
        }
    }
}
