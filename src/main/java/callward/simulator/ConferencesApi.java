package callward.simulator;

import java.util.List;
import java.util.Map;

/** REST: conferences and who is in them. */
final class ConferencesApi {

    private final Exchange exchange;

    ConferencesApi(Exchange exchange) {
        this.exchange = exchange;
    }

    RestAnswer answer(RestRequest request, List<String> path) {
        if (path.isEmpty()) {
            var query = request.query();
            var found = exchange.conferences().reversed().stream()
                    .filter(c -> !query.has("FriendlyName") || c.name().equals(query.get("FriendlyName")))
                    .filter(c -> !query.has("Status") || c.status().equals(query.get("Status"))).toList();
            return RestPages.of(request, "conferences", found, this::json);
        }
        if (path.size() > 1) {
            return participants(request, path.get(0), path.subList(2, path.size()));
        }
        var conference = find(request, path.get(0));
        if (request.method().equals("POST") && "completed".equals(request.form().get("Status"))) {
            conference.end();
        }
        return RestAnswer.json(200, json(conference));
    }

    private SimulatedConference find(RestRequest request, String sidOrName) {
        return exchange.conferences().reversed().stream().filter(c -> c.sid().equals(sidOrName) || c.name().equals(sidOrName) && !c.isOver())
                .findFirst().orElseThrow(() -> RestRefused.notFound(request.path()));
    }

    private RestAnswer participants(RestRequest request, String conferenceName, List<String> path) {
        if (path.isEmpty() && request.method().equals("POST")) {
            return RestAnswer.json(201, invited(invite(conferenceName, request.form()), conferenceName));
        }
        var conference = find(request, conferenceName);
        if (path.isEmpty()) {
            return RestPages.of(request, "participants", conference.participants(), p -> json(conference, p));
        }
        var participant = conference.participant(path.get(0)).orElseThrow(() -> RestRefused.notFound(request.path()));
        return switch (request.method()) {
            case "POST" -> {
                change(conference, participant, request.form());
                yield RestAnswer.json(200, json(conference, participant));
            }
            case "DELETE" -> {
                participant.removed = true;
                conference.changed(participant, "participant-modify");
                yield RestAnswer.nothing();
            }
            default -> RestAnswer.json(200, json(conference, participant));
        };
    }

    /** A new participant is called, and joins when the call is answered. */
    private SimulatedCall invite(String conferenceName, Fields form) {
        var name = exchange.conferences().stream().filter(c -> c.sid().equals(conferenceName)).findFirst()
                .map(SimulatedConference::name).orElse(conferenceName);
        var order = Fields.of("From", form.get("From"), "To", form.get("To"), "Twiml", document(name, form));
        for (var field : List.of("StatusCallback", "StatusCallbackMethod", "Timeout", "TimeLimit")) {
            order.add(field, form.get(field));
        }
        form.all("StatusCallbackEvent").forEach(event -> order.add("StatusCallbackEvent", event));
        return new CallsApi(exchange).create(order);
    }

    private static String document(String name, Fields form) {
        var attributes = new StringBuilder();
        Map.of("Label", "participantLabel", "Muted", "muted", "StartConferenceOnEnter", "startConferenceOnEnter",
                "EndConferenceOnExit", "endConferenceOnExit").forEach((field, attribute) -> {
                    if (form.has(field)) {
                        attributes.append(' ').append(attribute).append("=\"").append(escaped(form.get(field))).append('"');
                    }
                });
        return "<Response><Dial><Conference" + attributes + ">" + escaped(name) + "</Conference></Dial></Response>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static void change(SimulatedConference conference, SimulatedConference.Participant participant, Fields form) {
        if (form.has("Muted")) {
            participant.muted = Boolean.parseBoolean(form.get("Muted"));
            conference.changed(participant, participant.muted ? "participant-mute" : "participant-unmute");
        }
        if (form.has("Hold")) {
            participant.onHold = Boolean.parseBoolean(form.get("Hold"));
            conference.changed(participant, participant.onHold ? "participant-hold" : "participant-unhold");
        }
        if (form.has("EndConferenceOnExit")) {
            participant.endsConference = Boolean.parseBoolean(form.get("EndConferenceOnExit"));
        }
    }

    private Map<String, Object> invited(SimulatedCall call, String conferenceName) {
        var json = SimulatedRest.object();
        json.put("account_sid", exchange.account.sid());
        json.put("call_sid", call.sid);
        json.put("conference_sid", exchange.conferences().stream().filter(c -> c.name().equals(conferenceName)).reduce((a, b) -> b)
                .map(SimulatedConference::sid).orElse(conferenceName));
        json.put("status", "queued");
        return json;
    }

    private Map<String, Object> json(SimulatedConference conference) {
        var json = SimulatedRest.object();
        json.put("sid", conference.sid());
        json.put("account_sid", exchange.account.sid());
        json.put("friendly_name", conference.name());
        json.put("status", conference.status());
        json.put("region", "us1");
        json.put("date_created", Reports.rfc2822(conference.created()));
        json.put("date_updated", Reports.rfc2822(conference.created()));
        json.put("api_version", "2010-04-01");
        json.put("uri", "/2010-04-01/Accounts/" + exchange.account.sid() + "/Conferences/" + conference.sid() + ".json");
        return json;
    }

    private Map<String, Object> json(SimulatedConference conference, SimulatedConference.Participant participant) {
        var json = SimulatedRest.object();
        json.put("account_sid", exchange.account.sid());
        json.put("call_sid", participant.call.sid);
        json.put("conference_sid", conference.sid());
        json.put("label", participant.label);
        json.put("muted", participant.muted);
        json.put("hold", participant.onHold);
        json.put("coaching", false);
        json.put("start_conference_on_enter", participant.startsConference);
        json.put("end_conference_on_exit", participant.endsConference);
        json.put("status", conference.hasBegun() ? "connected" : "queued");
        json.put("date_created", Reports.rfc2822(participant.joined));
        json.put("date_updated", Reports.rfc2822(participant.joined));
        return json;
    }
}
