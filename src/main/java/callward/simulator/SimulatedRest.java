package callward.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

/** The carrier's REST API: checks who asks, and hands the request to the resource it is about. */
final class SimulatedRest {

    private static final String ROOT = "/2010-04-01/Accounts";

    private final Exchange exchange;
    private final CallsApi calls;
    private final NumbersApi numbers;
    private final MessagesApi messages;
    private final RecordingsApi recordings;
    private final QueuesApi queues;
    private final ConferencesApi conferences;
    private final AccountApi account;

    SimulatedRest(Exchange exchange) {
        this.exchange = exchange;
        calls = new CallsApi(exchange);
        numbers = new NumbersApi(exchange);
        messages = new MessagesApi(exchange);
        recordings = new RecordingsApi(exchange);
        queues = new QueuesApi(exchange);
        conferences = new ConferencesApi(exchange);
        account = new AccountApi(exchange);
    }

    /** Answers the request; a refusal is an answer, too. */
    RestAnswer answer(RestRequest request) {
        try {
            return routed(request);
        } catch (RestRefused refused) {
            return RestAnswer.refusal(refused);
        }
    }

    private RestAnswer routed(RestRequest request) {
        if (!request.path().startsWith(ROOT)) {
            throw RestRefused.notFound(request.path());
        }
        var media = media(request);
        if (media != null) {
            return media;
        }
        var user = authenticated(request);
        var parts = parts(request.path().substring(ROOT.length()));
        if (parts.isEmpty() || !parts.get(0).equals(exchange.account.sid())) {
            throw parts.isEmpty() ? RestRefused.notFound(request.path())
                    : new RestRefused(401, 20003, "Authenticate");
        }
        var rest = parts.subList(1, parts.size());
        if (rest.isEmpty()) {
            return account.fetch(request, user);
        }
        return resource(request, rest.get(0), rest.subList(1, rest.size()));
    }

    private RestAnswer resource(RestRequest request, String name, List<String> path) {
        return switch (name) {
            case "Calls" -> path.size() > 1 && path.get(1).equals("Recordings")
                    ? recordings.ofCall(request, path.get(0), path.subList(2, path.size())) : calls.answer(request, path);
            case "IncomingPhoneNumbers" -> numbers.answer(request, path);
            case "AvailablePhoneNumbers" -> numbers.available(request, path);
            case "Messages" -> messages.answer(request, path);
            case "Recordings" -> recordings.answer(request, path);
            case "Queues" -> queues.answer(request, path);
            case "Conferences" -> conferences.answer(request, path);
            case "OutgoingCallerIds" -> account.callerIds(request);
            case "Balance" -> account.balance();
            case "Notifications" -> account.notifications(request, path);
            default -> throw RestRefused.notFound(request.path());
        };
    }

    /** Like the real carrier's, the sound of a recording is fetched by its address alone. */
    private RestAnswer media(RestRequest request) {
        var prefix = ROOT + "/" + exchange.account.sid() + "/Recordings/";
        if (!request.method().equals("GET") || !request.path().startsWith(prefix) || request.path().endsWith(".json")) {
            return null;
        }
        return recordings.media(request, request.path().substring(prefix.length()));
    }

    private String authenticated(RestRequest request) {
        var header = request.authorization();
        if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                var pair = new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8).split(":", 2);
                if (pair.length == 2 && exchange.account.knows(pair[0], pair[1])) {
                    return pair[0];
                }
            } catch (IllegalArgumentException e) {
                // not base64: not authenticated
            }
        }
        throw new RestRefused(401, 20003, "Authenticate");
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty())
                .map(part -> part.endsWith(".json") ? part.substring(0, part.length() - 5) : part).toList();
    }

    static LinkedHashMap<String, Object> object() {
        return new LinkedHashMap<>();
    }

    static RestRefused methodNotAllowed() {
        return new RestRefused(405, 20004, "Method not allowed");
    }
}
