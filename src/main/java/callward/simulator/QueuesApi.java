package callward.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** REST: queues and who waits in them. */
final class QueuesApi {

    private static final int LONGEST_NAME = 64;

    private final Exchange exchange;

    QueuesApi(Exchange exchange) {
        this.exchange = exchange;
    }

    RestAnswer answer(RestRequest request, List<String> path) {
        if (path.isEmpty()) {
            return request.method().equals("POST") ? RestAnswer.json(201, json(create(request.form())))
                    : RestPages.of(request, "queues", exchange.queues(), this::json);
        }
        var queue = exchange.queues().stream().filter(q -> q.sid().equals(path.get(0))).findFirst()
                .orElseThrow(() -> RestRefused.notFound(request.path()));
        if (path.size() > 1) {
            return members(request, queue, path.subList(2, path.size()));
        }
        if (request.method().equals("DELETE")) {
            if (!queue.members().isEmpty()) {
                throw RestRefused.badRequest(22001, "Queue is not empty");
            }
            exchange.remove(queue);
            return RestAnswer.nothing();
        }
        return RestAnswer.json(200, json(queue));
    }

    private SimulatedQueue create(Fields form) {
        var name = form.get("FriendlyName", "");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RestRefused.badRequest(22000, "FriendlyName is required and has at most 64 characters");
        }
        if (exchange.queue(name).isPresent()) {
            throw RestRefused.badRequest(22003, "A queue with this name exists");
        }
        return exchange.queueNamed(name, form.get("MaxSize", "").matches("\\d{1,4}") ? Integer.parseInt(form.get("MaxSize")) : 1000);
    }

    private RestAnswer members(RestRequest request, SimulatedQueue queue, List<String> path) {
        var members = queue.members();
        if (path.isEmpty()) {
            return RestPages.of(request, "queue_members", members, member -> json(queue, member));
        }
        var member = members.stream().filter(m -> path.get(0).equals("Front") || m.call().sid.equals(path.get(0))).findFirst()
                .orElseThrow(() -> RestRefused.notFound(request.path()));
        if (request.method().equals("POST")) {
            var url = request.form().get("Url");
            if (!UrlCheck.isCallable(String.valueOf(url))) {
                throw RestRefused.badRequest(21205, "Url is not a valid URL: " + url);
            }
            queue.leave(member.call());
            member.call().post(new LegEvent.RedirectedFromQueue(
                    Instruction.fetch("voice", url, request.form().get("Method", "POST").toUpperCase(java.util.Locale.ROOT))));
        }
        return RestAnswer.json(200, json(queue, member));
    }

    private Map<String, Object> json(SimulatedQueue queue) {
        var members = queue.members();
        var json = SimulatedRest.object();
        json.put("sid", queue.sid());
        json.put("account_sid", exchange.account.sid());
        json.put("friendly_name", queue.name());
        json.put("current_size", members.size());
        json.put("max_size", queue.size());
        json.put("average_wait_time", (int) members.stream()
                .mapToLong(member -> Duration.between(member.since(), exchange.time.now()).toSeconds()).average().orElse(0));
        json.put("date_created", Reports.rfc2822(queue.created()));
        json.put("date_updated", Reports.rfc2822(queue.created()));
        json.put("uri", "/2010-04-01/Accounts/" + exchange.account.sid() + "/Queues/" + queue.sid() + ".json");
        return json;
    }

    private Map<String, Object> json(SimulatedQueue queue, SimulatedQueue.Member member) {
        var json = SimulatedRest.object();
        json.put("call_sid", member.call().sid);
        json.put("queue_sid", queue.sid());
        json.put("date_enqueued", Reports.rfc2822(member.since()));
        json.put("position", queue.members().indexOf(member) + 1);
        json.put("wait_time", (int) Duration.between(member.since(), exchange.time.now()).toSeconds());
        json.put("uri", "/2010-04-01/Accounts/" + exchange.account.sid() + "/Queues/" + queue.sid() + "/Members/" + member.call().sid + ".json");
        return json;
    }
}
