package callward.call;

import static java.util.Map.entry;

import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.call.Calls.LegRow;
import callward.call.TurnRecord.Asked;
import callward.call.TurnRecord.Heard;
import callward.call.TurnRecord.PassedOver;
import callward.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.omnifaces.util.Faces;

/** How pages show a call: colours, icons and the keys of words. */
@Named
@ApplicationScoped
public class CallTexts {

    private static final Map<String, String> ICONS = Map.ofEntries(entry("Arrived", "pi-phone"), entry("Entered", "pi-hashtag"),
            entry("Spoke", "pi-comment"), entry("Silent", "pi-volume-off"), entry("DialEnded", "pi-arrow-right"),
            entry("RecordingEnded", "pi-microphone"), entry("RecordingReady", "pi-cloud-download"), entry("RecordingAbsent", "pi-ban"),
            entry("Transcribed", "pi-align-left"), entry("Returned", "pi-reply"), entry("CallerGone", "pi-times"),
            entry("PlacingFailed", "pi-ban"), entry("NotMoved", "pi-ban"),
            entry("TimeIsUp", "pi-clock"), entry("CallTimeIsUp", "pi-clock"), entry("Resumed", "pi-reply"), entry("LegMoved", "pi-mobile"),
            entry("LegAsked", "pi-question-circle"), entry("LegAccepted", "pi-check"), entry("LegDeclined", "pi-times"), entry("LegSilent", "pi-volume-off"),
            entry("LegWrongKey", "pi-hashtag"), entry("LegTooLate", "pi-clock"), entry("Transferred", "pi-share-alt"),
            entry("AsksFirst", "pi-question-circle"), entry("Consulted", "pi-reply"), entry("Dequeued", "pi-hourglass"), entry("AskerArrived", "pi-pause"), entry("AskerFree", "pi-user"), entry("AskerGone", "pi-times"),
            entry("AskerStays", "pi-ban"), entry("AdviserRings", "pi-mobile"), entry("AdviserTakes", "pi-check"), entry("AdviserDeclines", "pi-times"), entry("AdviserGone", "pi-times"),
            entry("Connected", "pi-share-alt"), entry("TakenBack", "pi-reply"), entry("CallerMet", "pi-user"),
            entry("Looked", "pi-search"), entry("Met", "pi-user"), entry("CalledBack", "pi-phone"), entry("NotReached", "pi-phone"), entry("NotCalledBack", "pi-ban"),
            entry("ReachedMeanwhile", "pi-check"), entry("GroupGone", "pi-ban"), entry("CallbackCancelled", "pi-times"));

    private static final Map<String, String> HEARD_ICONS = Map.ofEntries(entry("say", "pi-comment"), entry("play", "pi-volume-up"),
            entry("pause", "pi-pause"), entry("gather", "pi-hashtag"), entry("dial", "pi-phone"), entry("record", "pi-microphone"),
            entry("redirect", "pi-external-link"), entry("enqueue", "pi-hourglass"), entry("park", "pi-pause"), entry("hang-up", "pi-times"), entry("refuse", "pi-ban"));
    private static final Map<String, String> TESTIMONY_ICONS = Map.ofEntries(entry("pop-up-shown", "pi-window-maximize"),
            entry("pop-up-unseen", "pi-eye-slash"), entry("pop-up-opened", "pi-external-link"), entry("message", "pi-inbox"),
            entry("message-heard", "pi-check"), entry("mail-waits", "pi-envelope"), entry("mail-sent", "pi-envelope"),
            entry("text-waits", "pi-comment"), entry("text-sent", "pi-comment"), entry("text-refused", "pi-comment"), entry("called-back", "pi-phone"));
    private static final Set<String> WHY = Set.of("NOT_THERE", "SWITCHED_OFF", "NOT_LISTED", "IS_CALLER", "OUT_OF_TIME", "ANSWERED_BEFORE", "CALLER_GONE",
            "SIGNED_OUT", "ON_A_CALL", "WRAPPING_UP", "OUT_OF_OFFICE", "NO_DEVICE", "OUR_LINE", "NOT_ALLOWED", "LACKS_SKILL", "CLOSED");
    private static final Set<String> ASKED = Set.of("who-calls.known", "who-calls.unknown", "ticket-numbered.known", "ticket-numbered.unknown",
            "where-is.targets", "who-can-talk.targets", "is-open.open", "may-call-back.allowed", "may-wait.queue", "may-wait.unknown", "who-is-free.members", "who-is-free.unknown");

    /** A number as people write it, that it is withheld in the reader's language, other addresses as the carrier sent them. */
    public String shown(String address) {
        return shown(address, Faces.getLocale());
    }

    static String shown(String address, Locale reader) {
        return PhoneNumber.isWithheld(address) ? ResourceBundle.getBundle("callward.messages", reader).getString("call.withheld")
                : PhoneNumber.in(address).map(PhoneNumber::shown).orElse(address);
    }

    /** Who is not ours: the caller, or whom we call. */
    public String other(CallRow call) {
        return call.other();
    }

    /** Whether there is a number at the other end. */
    public boolean isCallable(CallRow call) {
        return PhoneNumber.in(other(call)).isPresent();
    }

    /** LIVE, or what it came to. */
    public String outcome(CallRow call) {
        return "LIVE".equals(call.state()) ? "LIVE" : call.outcome() == null ? "FAILED" : call.outcome();
    }

    public String tone(CallRow call) {
        return switch (outcome(call)) {
            case "LIVE" -> "info";
            case "ANSWERED", "HANDED_OVER" -> "good";
            case "VOICEMAIL", "NOT_REACHED" -> "warn";
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

    /** Where it came in, without what only machines can read. */
    public String door(EventRow event) {
        return event.door().replaceAll("(?<=/)(CA)?[0-9a-f]{32}(?=/|$)", "…");
    }

    /** Key of the sentence for what the caller heard. */
    public String heard(Heard heard) {
        boolean bare = heard.kind().equals("gather") && heard.text().isEmpty() || heard.kind().equals("dial") && heard.seconds() == 0;
        return "heard." + heard.kind() + (bare ? ".bare" : "");
    }

    public String heardIcon(Heard heard) {
        return HEARD_ICONS.getOrDefault(heard.kind(), "pi-circle");
    }

    /** Key of the sentence for what was looked up. */
    public String asked(Asked asked) {
        String key = asked.what() + "." + asked.answer();
        return "asked." + (ASKED.contains(key) ? key : "other");
    }

    /** Key of the sentence for why a telephone did not ring. */
    public String why(PassedOver one) {
        return "why." + (WHY.contains(one.why()) ? one.why() : "OTHER");
    }

    /** Key of the sentence for what another room has seen. */
    public String testimony(Testimony told) {
        return "testimony." + (TESTIMONY_ICONS.containsKey(told.kind()) ? told.kind() : "other");
    }

    public String testimonyIcon(Testimony told) {
        return TESTIMONY_ICONS.getOrDefault(told.kind(), "pi-circle");
    }

    public String names(Map<String, String> facts) {
        return String.join(", ", facts.keySet());
    }

    /** Key of the word for how far a telephone has come. */
    public String leg(LegRow leg) {
        return "leg." + (leg.answer() == null || leg.answer().equals("ACCEPTED") && leg.endedAt() != null ? leg.state() : leg.answer());
    }

    public String legTone(LegRow leg) {
        if (leg.answer() != null && !leg.talks()) {
            return leg.answer().equals("ASKED") ? "info" : "quiet";
        }
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
