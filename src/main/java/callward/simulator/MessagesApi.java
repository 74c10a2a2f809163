package callward.simulator;

import java.util.List;
import java.util.Map;

/** REST: sends and lists texts. */
final class MessagesApi {

    private static final String NUMBER = "\\+[1-9]\\d{6,14}";
    private static final int LONGEST_BODY = 1600;

    private final Exchange exchange;

    MessagesApi(Exchange exchange) {
        this.exchange = exchange;
    }

    RestAnswer answer(RestRequest request, List<String> path) {
        if (path.isEmpty()) {
            return request.method().equals("POST") ? created(create(request.form())) : list(request);
        }
        return exchange.account.messages().stream().filter(message -> message.sid.equals(path.get(0))).findFirst()
                .map(message -> RestAnswer.json(200, json(message))).orElseThrow(() -> RestRefused.notFound(request.path()));
    }

    /** The answer tells how a message begins, however far it has come meanwhile. */
    private RestAnswer created(SimulatedMessage message) {
        var json = json(message);
        json.put("status", "queued");
        json.put("date_sent", null);
        return RestAnswer.json(201, json);
    }

    private SimulatedMessage create(Fields form) {
        var to = form.get("To", "").trim();
        var from = form.get("From", form.get("MessagingServiceSid", "")).trim();
        check(form, from, to);
        if (MagicNumbers.isMagic(from) || MagicNumbers.isMagic(to)) {
            return asIf(from, to, form.get("Body", ""));
        }
        return new Texting(exchange).send(from, to, form.get("Body", ""), "outbound-api", form.get("StatusCallback"));
    }

    private void check(Fields form, String from, String to) {
        if (to.isEmpty()) {
            throw RestRefused.badRequest(21604, "A 'To' phone number is required.");
        }
        if (from.isEmpty()) {
            throw RestRefused.badRequest(21603, "A 'From' phone number is required.");
        }
        MagicNumbers.textFrom(from);
        MagicNumbers.textTo(to);
        if (!to.matches(NUMBER)) {
            throw MagicNumbers.refusal(21211, to);
        }
        if (!form.has("Body") && !form.has("MediaUrl")) {
            throw RestRefused.badRequest(21602, "Message body is required.");
        }
        if (form.get("Body", "").length() > LONGEST_BODY) {
            throw RestRefused.badRequest(21617, "The concatenated message body exceeds the 1600 character limit.");
        }
        if (form.has("StatusCallback") && !UrlCheck.isCallable(form.get("StatusCallback"))) {
            throw RestRefused.badRequest(21609, "StatusCallback is not a valid URL: " + form.get("StatusCallback"));
        }
        checkSender(from, to);
    }

    private void checkSender(String from, String to) {
        if (from.startsWith("MG") || MagicNumbers.isMagic(from)) {
            return;
        }
        if (!from.matches(NUMBER + "|[A-Za-z0-9 ]{1,11}")) {
            throw MagicNumbers.refusal(21212, from);
        }
        if (exchange.account.number(from).isEmpty()) {
            throw MagicNumbers.refusal(21606, from);
        }
        if (exchange.account.isTrial() && !exchange.account.owns(to)) {
            throw RestRefused.badRequest(21608, "The number " + to + " is unverified. Trial accounts cannot send messages to unverified numbers.");
        }
    }

    /** The answer to a magic number: nothing is sent. */
    private SimulatedMessage asIf(String from, String to, String body) {
        var message = new SimulatedMessage();
        message.sid = Sid.fresh("SM");
        message.from = from;
        message.to = to;
        message.body = body;
        message.status = "queued";
        message.direction = "outbound-api";
        message.created = exchange.time.now();
        return message;
    }

    private RestAnswer list(RestRequest request) {
        var query = request.query();
        var messages = exchange.account.messages().reversed().stream()
                .filter(message -> !query.has("To") || message.to.equals(query.get("To")))
                .filter(message -> !query.has("From") || message.from.equals(query.get("From"))).toList();
        return RestPages.of(request, "messages", messages, this::json);
    }

    private Map<String, Object> json(SimulatedMessage message) {
        var json = SimulatedRest.object();
        json.put("sid", message.sid);
        json.put("account_sid", exchange.account.sid());
        json.put("from", message.from);
        json.put("to", message.to);
        json.put("body", message.body);
        json.put("status", message.status);
        json.put("direction", message.direction);
        json.put("error_code", message.errorCode);
        json.put("error_message", null);
        json.put("num_segments", "1");
        json.put("num_media", "0");
        json.put("date_created", Reports.rfc2822(message.created));
        json.put("date_updated", Reports.rfc2822(message.sent == null ? message.created : message.sent));
        json.put("date_sent", Reports.rfc2822(message.sent));
        json.put("api_version", "2010-04-01");
        json.put("uri", "/2010-04-01/Accounts/" + exchange.account.sid() + "/Messages/" + message.sid + ".json");
        return json;
    }
}
