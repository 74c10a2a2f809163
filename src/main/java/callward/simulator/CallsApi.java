package callward.simulator;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** REST: places, moves, ends and lists calls. */
final class CallsApi {

    private static final String NUMBER = "\\+[1-9]\\d{6,14}";
    private static final int LONGEST_TWIML = 4000;
    private static final Set<String> EVENTS = Set.of("initiated", "ringing", "answered", "completed");

    private final Exchange exchange;

    CallsApi(Exchange exchange) {
        this.exchange = exchange;
    }

    RestAnswer answer(RestRequest request, List<String> path) {
        if (path.isEmpty()) {
            return request.method().equals("POST") ? created(create(request.form())) : list(request);
        }
        var call = exchange.call(path.get(0)).orElseThrow(() -> RestRefused.notFound(request.path()));
        if (path.size() > 1) {
            return inside(request, call, path.get(1));
        }
        return switch (request.method()) {
            case "GET" -> RestAnswer.json(200, json(call));
            case "POST" -> RestAnswer.json(200, json(update(call, request.form())));
            case "DELETE" -> RestAnswer.nothing();
            default -> throw SimulatedRest.methodNotAllowed();
        };
    }

    /** The answer tells how a call begins, however far it has come meanwhile. */
    private RestAnswer created(SimulatedCall call) {
        var json = json(call);
        json.put("status", CallStatus.QUEUED.wire());
        json.put("start_time", null);
        json.put("end_time", null);
        json.put("duration", null);
        return RestAnswer.json(201, json);
    }

    private RestAnswer inside(RestRequest request, SimulatedCall call, String what) {
        if (!what.equals("Notifications")) {
            throw RestRefused.notFound(request.path());
        }
        var alerts = exchange.account.alerts().stream().filter(alert -> call.sid.equals(alert.callSid())).toList();
        return RestPages.of(request, "notifications", alerts, alert -> new java.util.LinkedHashMap<>(Map.of("sid", alert.sid(),
                "error_code", String.valueOf(alert.code()), "message_text", alert.message(), "call_sid", call.sid)));
    }

    SimulatedCall create(Fields form) {
        var to = form.get("To", "").trim();
        var from = form.get("From", "").trim();
        checkWho(from, to);
        var order = order(form, from, to);
        if (MagicNumbers.isMagic(from) || MagicNumbers.isMagic(to)) {
            // the carrier answers as if, and places nothing
            return new SimulatedCall(exchange.time, exchange.account.bell(), Direction.OUTBOUND_API, from, to, null);
        }
        return exchange.place(order);
    }

    private void checkWho(String from, String to) {
        if (to.isEmpty()) {
            throw RestRefused.badRequest(21201, "No 'To' number is specified");
        }
        if (from.isEmpty()) {
            throw RestRefused.badRequest(21213, "'From' phone number is required");
        }
        MagicNumbers.callFrom(from);
        MagicNumbers.callTo(to);
        if (!to.matches(NUMBER + "|client:[^\\s]{1,256}|sips?:[^\\s@]+@[^\\s@]+")) {
            throw MagicNumbers.refusal(21211, to);
        }
        if (!from.matches(NUMBER) && !to.matches("(client|sips?):.*")) {
            throw MagicNumbers.refusal(21212, from);
        }
        if (from.matches(NUMBER) && !MagicNumbers.isMagic(from) && !exchange.account.owns(from)) {
            throw MagicNumbers.refusal(21210, from);
        }
        if (exchange.account.isTrial() && to.matches(NUMBER) && !MagicNumbers.isMagic(to) && !exchange.account.owns(to)) {
            throw RestRefused.badRequest(21219, "The number " + to + " is unverified. Trial accounts may only make calls to verified numbers.");
        }
    }

    private OutgoingOrder order(Fields form, String from, String to) {
        for (var name : List.of("FallbackUrl", "StatusCallback", "AsyncAmdStatusCallback", "RecordingStatusCallback")) {
            if (form.has(name)) {
                callable(name, form.get(name));
            }
        }
        return new OutgoingOrder(from, to, instruction(form, true), form.get("FallbackUrl"), method(form, "FallbackMethod"),
                callback(form), Duration.ofSeconds(number(form, "Timeout", 60, 1, 600)),
                Duration.ofSeconds(number(form, "TimeLimit", 14_400, 1, 14_400)), detection(form), form.get("SendDigits"), form.get("CallReason"));
    }

    private Instruction instruction(Fields form, boolean needed) {
        if (form.has("Url") && form.has("Twiml")) {
            throw RestRefused.badRequest(21205, "Url and Twiml exclude each other");
        }
        if (form.has("Twiml")) {
            var twiml = form.get("Twiml");
            if (twiml.length() > LONGEST_TWIML) {
                throw RestRefused.badRequest(21218, "Twiml has more than 4000 characters");
            }
            return Instruction.inline(twiml);
        }
        if (!form.has("Url")) {
            if (needed) {
                throw RestRefused.badRequest(21205, "Url parameter is required.");
            }
            return null;
        }
        return Instruction.fetch("voice", callable("Url", form.get("Url")), method(form, "Method"));
    }

    private static String callable(String name, String url) {
        if (!UrlCheck.isCallable(url)) {
            throw RestRefused.badRequest(name.equals("StatusCallback") ? 21609 : 21205, name + " is not a valid URL: " + url);
        }
        return url;
    }

    private static String method(Fields form, String name) {
        var method = form.get(name, "POST").toUpperCase(java.util.Locale.ROOT);
        if (!Set.of("GET", "POST").contains(method)) {
            throw RestRefused.badRequest(21403, name + " is not valid: " + method);
        }
        return method;
    }

    private static StatusCallback callback(Fields form) {
        var events = String.join(" ", form.all("StatusCallbackEvent"));
        for (var event : events.isBlank() ? new String[0] : events.trim().split("[ ,]+")) {
            if (!EVENTS.contains(event)) {
                throw RestRefused.badRequest(21626, "StatusCallbackEvent is not valid: " + event);
            }
        }
        return StatusCallback.of(form.get("StatusCallback"), method(form, "StatusCallbackMethod"), events);
    }

    private static MachineDetection detection(Fields form) {
        boolean async = "true".equals(form.get("AsyncAmd"));
        // keys to be sent after the connection switch the detection off
        if (!form.has("MachineDetection") || form.has("SendDigits")) {
            return MachineDetection.OFF;
        }
        return new MachineDetection(form.get("MachineDetection"), async, form.get("AsyncAmdStatusCallback"), method(form, "AsyncAmdStatusCallbackMethod"));
    }

    private static int number(Fields form, String name, int otherwise, int least, int most) {
        if (!form.has(name)) {
            return otherwise;
        }
        var text = form.get(name);
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least) {
            throw RestRefused.badRequest(20001, name + " is not valid: " + text);
        }
        return Math.min(Integer.parseInt(text), most);
    }

    private SimulatedCall update(SimulatedCall call, Fields form) {
        if (call.isOver()) {
            throw RestRefused.badRequest(21220, "Call is not in-progress. Cannot redirect.");
        }
        if (form.has("StatusCallback")) {
            call.callback = callback(form);
        }
        if (form.has("FallbackUrl")) {
            call.fallbackUrl = callable("FallbackUrl", form.get("FallbackUrl"));
            call.fallbackMethod = method(form, "FallbackMethod");
        }
        if (form.has("Status")) {
            end(call, form.get("Status"));
        } else {
            move(call, form);
        }
        return call;
    }

    private static void end(SimulatedCall call, String status) {
        switch (status) {
            case "completed" -> call.post(new LegEvent.Ended(CallStatus.COMPLETED));
            case "canceled" -> {
                // a leg that rings inside a Dial counts as in progress
                if (call.isAnswered() || call.direction == Direction.OUTBOUND_DIAL) {
                    throw RestRefused.badRequest(21220, "Call is in-progress. Cannot cancel.");
                }
                call.post(new LegEvent.Ended(CallStatus.CANCELED));
            }
            default -> throw RestRefused.badRequest(20001, "Status is not valid: " + status);
        }
    }

    private void move(SimulatedCall call, Fields form) {
        var instruction = instruction(form, false);
        if (instruction == null) {
            return;
        }
        if (!call.isAnswered()) {
            throw RestRefused.badRequest(21220, "Call is not in-progress. Cannot redirect.");
        }
        call.post(new LegEvent.Redirected(instruction));
    }

    private RestAnswer list(RestRequest request) {
        var query = request.query();
        var calls = exchange.calls().stream()
                .filter(call -> is(query, "To", call.to) && is(query, "From", call.from) && is(query, "Status", call.status().wire()))
                .filter(call -> is(query, "ParentCallSid", call.parent == null ? "" : call.parent.sid))
                .filter(call -> day(call, query))
                .sorted(Comparator.comparing((SimulatedCall call) -> call.created).reversed()).toList();
        return RestPages.of(request, "calls", calls, this::json);
    }

    private static boolean is(Fields query, String name, String value) {
        return !query.has(name) || query.get(name).equals(value);
    }

    private static boolean day(SimulatedCall call, Fields query) {
        var day = LocalDate.ofInstant(call.created, ZoneOffset.UTC).toString();
        return is(query, "StartTime", day)
                && (!query.has("StartTime>") || day.compareTo(query.get("StartTime>").substring(0, 10)) >= 0)
                && (!query.has("StartTime<") || day.compareTo(query.get("StartTime<").substring(0, 10)) <= 0);
    }

    Map<String, Object> json(SimulatedCall call) {
        var json = SimulatedRest.object();
        json.put("sid", call.sid);
        json.put("account_sid", exchange.account.sid());
        json.put("parent_call_sid", call.parent == null ? null : call.parent.sid);
        json.put("from", call.from);
        json.put("from_formatted", call.from);
        json.put("to", call.to);
        json.put("to_formatted", call.to);
        json.put("phone_number_sid", exchange.account.number(call.to).map(number -> number.sid).orElse(null));
        json.put("status", call.status().wire());
        json.put("direction", call.direction.wire());
        json.put("date_created", Reports.rfc2822(call.created));
        json.put("date_updated", Reports.rfc2822(call.endedAt() == null ? call.created : call.endedAt()));
        json.put("start_time", Reports.rfc2822(call.answeredAt()));
        json.put("end_time", Reports.rfc2822(call.endedAt()));
        json.put("duration", call.isOver() ? String.valueOf(call.seconds()) : null);
        json.put("answered_by", call.answeredBy);
        json.put("forwarded_from", call.forwardedFrom);
        json.put("caller_name", call.callerName);
        json.put("price", null);
        json.put("price_unit", "USD");
        json.put("queue_time", "0");
        json.put("api_version", "2010-04-01");
        json.put("uri", "/2010-04-01/Accounts/" + exchange.account.sid() + "/Calls/" + call.sid + ".json");
        return json;
    }
}
