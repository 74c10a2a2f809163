package callward.simulator;

import java.util.List;
import java.util.Map;

/** REST: the account itself, its balance, its verified numbers and its alerts. */
final class AccountApi {

    private final Exchange exchange;

    AccountApi(Exchange exchange) {
        this.exchange = exchange;
    }

    /** An API key may do much, but not this. */
    RestAnswer fetch(RestRequest request, String user) {
        if (!user.equals(exchange.account.sid())) {
            throw new RestRefused(401, 20003, "Authenticate");
        }
        var account = SimulatedRest.object();
        account.put("sid", exchange.account.sid());
        account.put("friendly_name", exchange.account.friendlyName());
        account.put("status", "active");
        account.put("type", exchange.account.isTrial() ? "Trial" : "Full");
        account.put("owner_account_sid", exchange.account.sid());
        account.put("uri", request.path());
        return RestAnswer.json(200, account);
    }

    RestAnswer balance() {
        var balance = SimulatedRest.object();
        balance.put("account_sid", exchange.account.sid());
        balance.put("balance", "100.00");
        balance.put("currency", "USD");
        return RestAnswer.json(200, balance);
    }

    RestAnswer callerIds(RestRequest request) {
        var wanted = request.query().get("PhoneNumber");
        var numbers = exchange.account.verified().stream().filter(number -> wanted == null || number.equals(wanted)).toList();
        return RestPages.of(request, "outgoing_caller_ids", numbers, number -> {
            var json = SimulatedRest.object();
            json.put("sid", "PN" + java.util.UUID.nameUUIDFromBytes(number.getBytes()).toString().replace("-", ""));
            json.put("account_sid", exchange.account.sid());
            json.put("phone_number", number);
            json.put("friendly_name", number);
            return json;
        });
    }

    RestAnswer notifications(RestRequest request, List<String> path) {
        if (!path.isEmpty()) {
            return exchange.account.alerts().stream().filter(alert -> alert.sid().equals(path.get(0))).findFirst()
                    .map(alert -> RestAnswer.json(200, json(alert))).orElseThrow(() -> RestRefused.notFound(request.path()));
        }
        return RestPages.of(request, "notifications", exchange.account.alerts().reversed(), this::json);
    }

    private Map<String, Object> json(Alert alert) {
        var json = SimulatedRest.object();
        json.put("sid", alert.sid());
        json.put("account_sid", exchange.account.sid());
        json.put("call_sid", alert.callSid());
        json.put("error_code", String.valueOf(alert.code()));
        json.put("log", "0");
        json.put("message_text", alert.message());
        json.put("more_info", "https://www.twilio.com/docs/errors/" + alert.code());
        json.put("request_url", alert.url());
        json.put("message_date", Reports.rfc2822(alert.at()));
        json.put("date_created", Reports.rfc2822(alert.at()));
        json.put("date_updated", Reports.rfc2822(alert.at()));
        json.put("api_version", "2010-04-01");
        return json;
    }
}
