package callward.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** REST: finds numbers to rent, rents them, points them somewhere and gives them back. */
final class NumbersApi {

    private static final String NUMBER = "\\+[1-9]\\d{6,14}";
    private static final int LONGEST_NAME = 64;

    private final Exchange exchange;

    NumbersApi(Exchange exchange) {
        this.exchange = exchange;
    }

    RestAnswer answer(RestRequest request, List<String> path) {
        if (path.isEmpty() || List.of("Local", "TollFree", "Mobile").contains(path.get(0))) {
            return request.method().equals("POST") ? RestAnswer.json(201, json(rent(request.form()))) : list(request);
        }
        var number = exchange.account.numbers().stream().filter(n -> n.sid.equals(path.get(0))).findFirst()
                .orElseThrow(() -> RestRefused.notFound(request.path()));
        return switch (request.method()) {
            case "GET" -> RestAnswer.json(200, json(number));
            case "POST" -> {
                point(number, request.form());
                exchange.account.changed();
                yield RestAnswer.json(200, json(number));
            }
            case "DELETE" -> {
                exchange.account.remove(number);
                yield RestAnswer.nothing();
            }
            default -> throw SimulatedRest.methodNotAllowed();
        };
    }

    RestAnswer available(RestRequest request, List<String> path) {
        if (path.size() < 2) {
            throw RestRefused.notFound(request.path());
        }
        var found = new NumberCatalogue(exchange.account).search(path.get(0), path.get(1), request.query());
        return RestPages.of(request, "available_phone_numbers", found, number -> offer(number, path.get(0)));
    }

    private static Map<String, Object> offer(NumberCatalogue.Offer number, String country) {
        var json = SimulatedRest.object();
        json.put("phone_number", number.phoneNumber());
        json.put("friendly_name", number.phoneNumber());
        json.put("locality", number.locality());
        json.put("region", number.region());
        json.put("postal_code", number.postalCode());
        json.put("iso_country", country.toUpperCase(Locale.ROOT));
        json.put("address_requirements", "none");
        json.put("beta", false);
        json.put("capabilities", Map.of("voice", true, "SMS", true, "MMS", false, "fax", false));
        return json;
    }

    private synchronized SimulatedNumber rent(Fields form) {
        var wanted = form.has("PhoneNumber") ? form.get("PhoneNumber") : inAreaCode(form.get("AreaCode"));
        MagicNumbers.buy(wanted);
        if (!wanted.matches(NUMBER)) {
            throw MagicNumbers.refusal(21421, wanted);
        }
        if (exchange.account.number(wanted).isPresent()) {
            throw MagicNumbers.refusal(21422, wanted);
        }
        if (exchange.account.isTrial() && !exchange.account.numbers().isEmpty()) {
            throw RestRefused.badRequest(21404, "Trial accounts are allowed only one phone number.");
        }
        var number = SimulatedNumber.rented(wanted, exchange.time.now());
        number.settings.put("FriendlyName", wanted);
        point(number, form);
        if (!MagicNumbers.isMagic(wanted)) {
            exchange.account.add(number);
        }
        return number;
    }

    private String inAreaCode(String areaCode) {
        if (areaCode == null) {
            throw RestRefused.badRequest(21421, "PhoneNumber or AreaCode is required");
        }
        if (!areaCode.matches("[2-9]\\d\\d")) {
            throw RestRefused.badRequest(21451, "AreaCode is invalid: " + areaCode);
        }
        if (areaCode.equals("500")) {
            return "+15005550006";
        }
        var offers = new NumberCatalogue(exchange.account).search("US", "Local", Fields.of("AreaCode", areaCode));
        if (offers.isEmpty()) {
            throw RestRefused.badRequest(21452, "No phone numbers found in area code " + areaCode);
        }
        return offers.get(0).phoneNumber();
    }

    private void point(SimulatedNumber number, Fields form) {
        for (var name : SimulatedNumber.SETTINGS) {
            if (form.get(name) != null) {
                number.settings.put(name, checked(name, form.get(name)));
            }
        }
        number.updated = exchange.time.now();
    }

    private static String checked(String name, String value) {
        boolean url = (name.endsWith("Url") || name.equals("StatusCallback")) && !value.isEmpty();
        if (url && !UrlCheck.isCallable(value)) {
            throw RestRefused.badRequest(name.startsWith("Sms") ? 21406 : 21402, name + " is not a valid URL: " + value);
        }
        if (name.endsWith("Method") && !value.isEmpty() && !List.of("GET", "POST").contains(value.toUpperCase(Locale.ROOT))) {
            throw RestRefused.badRequest(21403, name + " is not valid: " + value);
        }
        if (name.equals("FriendlyName") && value.length() > LONGEST_NAME) {
            throw RestRefused.badRequest(21407, "FriendlyName has more than 64 characters");
        }
        return value;
    }

    private RestAnswer list(RestRequest request) {
        var query = request.query();
        var numbers = exchange.account.numbers().stream()
                .filter(number -> !query.has("PhoneNumber") || matches(number.phoneNumber, query.get("PhoneNumber")))
                .filter(number -> !query.has("FriendlyName") || number.setting("FriendlyName", "").equals(query.get("FriendlyName")))
                .toList();
        return RestPages.of(request, "incoming_phone_numbers", numbers, this::json);
    }

    private static boolean matches(String number, String pattern) {
        var digits = pattern.replaceAll("[^0-9*]", "").replace("*", "\\d");
        return number.matches(".*" + digits + ".*");
    }

    private Map<String, Object> json(SimulatedNumber number) {
        var json = SimulatedRest.object();
        json.put("sid", number.sid);
        json.put("account_sid", exchange.account.sid());
        json.put("phone_number", number.phoneNumber);
        for (var name : SimulatedNumber.SETTINGS) {
            json.put(snakeCase(name), value(number, name));
        }
        json.put("capabilities", Map.of("voice", true, "sms", true, "mms", false, "fax", false));
        json.put("date_created", Reports.rfc2822(number.created));
        json.put("date_updated", Reports.rfc2822(number.updated));
        json.put("status", "in-use");
        json.put("origin", "simulator");
        json.put("beta", false);
        json.put("api_version", "2010-04-01");
        json.put("uri", "/2010-04-01/Accounts/" + exchange.account.sid() + "/IncomingPhoneNumbers/" + number.sid + ".json");
        return json;
    }

    private static Object value(SimulatedNumber number, String name) {
        if (name.equals("VoiceCallerIdLookup")) {
            return Boolean.valueOf(number.setting(name, "false"));
        }
        return number.setting(name, name.endsWith("Method") ? "POST" : null);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
