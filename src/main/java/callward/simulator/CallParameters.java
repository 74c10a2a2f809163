package callward.simulator;

import java.util.Map;

/** The fields that every request about a call carries. */
final class CallParameters {

    private static final Map<String, String> COUNTRIES = Map.ofEntries(Map.entry("+1", "US"), Map.entry("+44", "GB"),
            Map.entry("+49", "DE"), Map.entry("+34", "ES"), Map.entry("+33", "FR"), Map.entry("+39", "IT"), Map.entry("+43", "AT"),
            Map.entry("+41", "CH"), Map.entry("+31", "NL"), Map.entry("+52", "MX"), Map.entry("+61", "AU"), Map.entry("+351", "PT"));

    private CallParameters() {
    }

    static Fields of(SimulatedCall call, String accountSid) {
        var fields = Fields.of("CallSid", call.sid, "AccountSid", accountSid, "ApiVersion", "2010-04-01",
                "From", call.from, "To", call.to, "Caller", call.from, "Called", call.to,
                "CallStatus", call.status().wire(), "Direction", call.direction.wire());
        place(fields, "From", call.from);
        place(fields, "To", call.to);
        place(fields, "Caller", call.from);
        place(fields, "Called", call.to);
        fields.add("ForwardedFrom", call.forwardedFrom).add("CallerName", call.callerName).add("AnsweredBy", call.answeredBy);
        if (call.parent != null) {
            fields.add("ParentCallSid", call.parent.sid);
        }
        return fields;
    }

    private static void place(Fields fields, String who, String number) {
        fields.add(who + "City", "").add(who + "State", "").add(who + "Zip", "").add(who + "Country", country(number));
    }

    static String country(String number) {
        for (int digits = 4; digits >= 2; digits--) {
            var country = number.length() > digits ? COUNTRIES.get(number.substring(0, digits)) : null;
            if (country != null) {
                return country;
            }
        }
        return "";
    }
}
