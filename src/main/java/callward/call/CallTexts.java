package callward.call;

import static java.util.Map.entry;

import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.call.Calls.LegRow;
import callward.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;

/** How pages show a call: colours, icons and the keys of words. */
@Named
@ApplicationScoped
public class CallTexts {

    private static final Map<String, String> ICONS = Map.ofEntries(entry("Arrived", "pi-phone"), entry("Entered", "pi-hashtag"),
            entry("Spoke", "pi-comment"), entry("Silent", "pi-volume-off"), entry("DialEnded", "pi-arrow-right"),
            entry("RecordingEnded", "pi-microphone"), entry("RecordingReady", "pi-cloud-download"), entry("RecordingAbsent", "pi-ban"),
            entry("Transcribed", "pi-align-left"), entry("Returned", "pi-reply"), entry("CallerGone", "pi-times"),
            entry("TimeIsUp", "pi-clock"), entry("LegMoved", "pi-mobile"));

    /** A number as people write it; {@code anonymous} and other addresses as the carrier sent them. */
    public String shown(String address) {
        return PhoneNumber.in(address).map(PhoneNumber::shown).orElse(address);
    }

    /** LIVE, or what it came to. */
    public String outcome(CallRow call) {
        return "LIVE".equals(call.state()) ? "LIVE" : call.outcome() == null ? "FAILED" : call.outcome();
    }

    public String tone(CallRow call) {
        return switch (outcome(call)) {
            case "LIVE" -> "info";
            case "ANSWERED", "HANDED_OVER" -> "good";
            case "VOICEMAIL" -> "warn";
            case "MISSED", "FAILED" -> "bad";
            default -> "quiet";
        };
    }

    /** Minutes and seconds, nothing while it lasts. */
    public String length(CallRow call) {
        return call.seconds() == null ? "" : clock(call.seconds());
    }

    /** One digit after the point below ten, none above. */
    public String millis(EventRow event) {
        return event.millis() < 10 ? Double.toString(Math.round(event.millis() * 10) / 10.0) : Long.toString(Math.round(event.millis()));
    }

    /** Key of the sentence for what came in. */
    public String kind(EventRow event) {
        return "event." + (ICONS.containsKey(event.kind()) ? event.kind() : "Other");
    }

    public String icon(EventRow event) {
        return ICONS.getOrDefault(event.kind(), "pi-circle");
    }

    public String legTone(LegRow leg) {
        return switch (leg.state()) {
            case "ANSWERED", "COMPLETED" -> "good";
            case "FAILED" -> "bad";
            case "STARTED", "RINGING" -> "info";
            default -> "quiet";
        };
    }

    static String clock(long seconds) {
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }
}
