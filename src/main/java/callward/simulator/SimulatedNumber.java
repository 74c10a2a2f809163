package callward.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A phone number that the account rents, with the addresses it is pointed at. Fields are named as the REST API names them. */
final class SimulatedNumber {

    /** What may be set by REST, by its form name. */
    static final java.util.List<String> SETTINGS = java.util.List.of("FriendlyName", "VoiceUrl", "VoiceMethod", "VoiceFallbackUrl",
            "VoiceFallbackMethod", "StatusCallback", "StatusCallbackMethod", "VoiceCallerIdLookup", "SmsUrl", "SmsMethod",
            "SmsFallbackUrl", "SmsFallbackMethod", "VoiceApplicationSid", "SmsApplicationSid", "TrunkSid", "AddressSid",
            "BundleSid", "IdentitySid", "EmergencyAddressSid", "EmergencyStatus", "VoiceReceiveMode");

    public String sid;
    public String phoneNumber;
    public Instant created;
    public Instant updated;
    public Map<String, String> settings = new TreeMap<>();

    static SimulatedNumber rented(String phoneNumber, Instant now) {
        var number = new SimulatedNumber();
        number.sid = Sid.fresh("PN");
        number.phoneNumber = phoneNumber;
        number.created = now;
        number.updated = now;
        return number;
    }

    String setting(String name, String otherwise) {
        var value = settings.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
