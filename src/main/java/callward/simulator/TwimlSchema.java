package callward.simulator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the carrier knows: elements, their attributes and children, and which values are sensible. */
final class TwimlSchema {

    /** The rule for one element; {@code anyText} false means that only white space may stand between its children. */
    record Rule(Set<String> attributes, Set<String> children, boolean anyText) {
    }

    /** The rule for one attribute's value and the code under which a bad one is reported. */
    record Check(Predicate<String> good, int code) {
    }

    private static final String CALLBACK = " statusCallback statusCallbackEvent statusCallbackMethod";
    private static final String RECORDING = " recordingStatusCallback recordingStatusCallbackEvent recordingStatusCallbackMethod";
    private static final String DETECTION = " machineDetection machineDetectionTimeout machineDetectionSpeechThreshold"
            + " machineDetectionSpeechEndThreshold machineDetectionSilenceTimeout amdStatusCallback amdStatusCallbackMethod";
    private static final String SSML = "break emphasis lang p phoneme prosody s say-as sub w";

    private static final Map<String, Rule> RULES = new HashMap<>();
    private static final Map<String, Check> CHECKS = new HashMap<>();

    static {
        rule("Response", "", "Say Play Pause Gather Record Dial Enqueue Leave Redirect Hangup Reject Sms", false);
        rule("Say", "voice language loop", SSML, true);
        rule("Play", "loop digits", "", true);
        rule("Pause", "length", "", false);
        rule("Gather", "input action method timeout numDigits finishOnKey hints language speechTimeout speechModel maxSpeechTime"
                + " bargeIn actionOnEmptyResult profanityFilter enhanced debug partialResultCallback partialResultCallbackMethod",
                "Say Play Pause", false);
        rule("Record", "action method maxLength timeout finishOnKey playBeep trim transcribe transcribeCallback" + RECORDING, "", false);
        rule("Dial", "action method timeout timeLimit callerId answerOnBridge hangupOnStar record recordingTrack sequential ringTone"
                + " trim events referUrl referMethod" + RECORDING, "Number Client Sip Queue Conference", true);
        rule("Number", "url method sendDigits byoc" + CALLBACK + DETECTION, "", true);
        rule("Client", "url method" + CALLBACK, "Identity Parameter", true);
        rule("Identity", "", "", true);
        rule("Parameter", "name value", "", false);
        rule("Sip", "url method username password" + CALLBACK + DETECTION, "", true);
        rule("Queue", "url method reservationSid postWorkActivitySid", "", true);
        rule("Conference", "muted beep startConferenceOnEnter endConferenceOnExit waitUrl waitMethod maxParticipants coach"
                + " participantLabel record trim region jitterBufferSize eventCallbackUrl" + CALLBACK + RECORDING, "", true);
        rule("Enqueue", "action method waitUrl waitUrlMethod workflowSid maxQueueSize", "Task", true);
        rule("Leave", "", "", false);
        rule("Redirect", "method", "", true);
        rule("Hangup", "", "", false);
        rule("Reject", "reason", "", false);
        rule("Sms", "to from action method statusCallback", "", true);
        ssml();
        checks();
    }

    private TwimlSchema() {
    }

    private static void ssml() {
        rule("break", "strength time", "", false);
        rule("emphasis", "level", SSML, true);
        rule("lang", "xml:lang", SSML, true);
        rule("p", "", SSML, true);
        rule("s", "", SSML, true);
        rule("phoneme", "alphabet ph", "", true);
        rule("prosody", "volume rate pitch", SSML, true);
        rule("say-as", "interpret-as format role", "", true);
        rule("sub", "alias", "", true);
        rule("w", "role", SSML, true);
    }

    private static void checks() {
        check("Say", 13510, "loop", number(0, 1000));
        check("Say", 13511, "language", value -> value.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"));
        check("Say", 13512, "voice", value -> value.matches("man|woman|alice|(Polly|Google)\\.[A-Za-z0-9._-]+"));
        check("Play", 13410, "loop", number(0, 1000));
        check("Play", 13410, "digits", value -> value.matches("[0-9A-D#*wW]+"));
        check("Pause", 13910, "length", number(1, 600));
        check("Gather", 13310, "finishOnKey", value -> value.matches("[0-9#*]?"));
        check("Gather", 13312, "method", method());
        check("Gather", 13313, "timeout", value -> value.equals("auto") || number(0, 600).test(value));
        check("Gather", 13314, "numDigits", number(1, 1000));
        check("Gather", 13335, "input", value -> value.matches("(dtmf|speech)([ ,](dtmf|speech))?"));
        check("Gather", 13335, "speechTimeout", value -> value.equals("auto") || number(0, 60).test(value));
        check("Gather", 13335, "maxSpeechTime", number(1, 60));
        check("Gather", 13335, "hints", value -> value.split(",").length <= 500
                && Arrays.stream(value.split(",")).allMatch(hint -> hint.trim().length() <= 100));
        check("Record", 13610, "method", method());
        check("Record", 13611, "timeout", number(0, 600));
        check("Record", 13612, "maxLength", number(1, 14_400));
        check("Record", 13613, "finishOnKey", value -> value.matches("[0-9#*]*"));
        check("Record", 13614, "transcribe", flag());
        check("Record", 13616, "playBeep", flag());
        check("Dial", 13210, "method", method());
        check("Dial", 13212, "timeout", number(1, 600));
        check("Dial", 13213, "hangupOnStar", flag());
        check("Dial", 13216, "timeLimit", number(1, 14_400));
        check("Dial", 13217, "record", value -> value.matches(
                "true|false|do-not-record|record-from-(answer|ringing)(-dual)?"));
        check("Number", 13221, "method", method());
        check("Number", 13222, "sendDigits", value -> value.matches("[0-9A-D#*wW]{1,32}"));
        check("Client", 13221, "method", method());
        check("Sip", 13241, "method", method());
        check("Conference", 13230, "muted", flag());
        check("Conference", 13231, "endConferenceOnExit", flag());
        check("Conference", 13232, "startConferenceOnEnter", flag());
        check("Conference", 13234, "waitMethod", method());
        check("Conference", 13235, "beep", value -> value.matches("true|false|onEnter|onExit"));
        check("Enqueue", 12200, "method", method());
        check("Enqueue", 12200, "waitUrlMethod", method());
        check("Enqueue", 12200, "maxQueueSize", number(1, 5000));
        check("Redirect", 13710, "method", method());
        check("Reject", 13810, "reason", value -> value.matches("rejected|busy"));
        check("Sms", 14104, "method", method());
    }

    private static void rule(String name, String attributes, String children, boolean anyText) {
        RULES.put(name, new Rule(words(attributes), words(children), anyText));
    }

    private static void check(String element, int code, String attribute, Predicate<String> good) {
        CHECKS.put(element + "@" + attribute, new Check(good, code));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.trim().split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    private static Predicate<String> number(int least, int most) {
        return value -> value.trim().matches("\\d{1,7}") && Integer.parseInt(value.trim()) >= least
                && Integer.parseInt(value.trim()) <= most;
    }

    private static Predicate<String> method() {
        return value -> List.of("GET", "POST").contains(value.toUpperCase(java.util.Locale.ROOT));
    }

    private static Predicate<String> flag() {
        return value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    static Rule rule(String element) {
        return RULES.get(element);
    }

    /** The check of an attribute's value, or null when any value will do. */
    static Check check(String element, String attribute) {
        return CHECKS.get(element + "@" + attribute);
    }

    /** The code under which a child that must not stand there is reported. */
    static int codeForChild(String parent) {
        return switch (parent) {
            case "Gather" -> 13320;
            case "Dial" -> 13215;
            default -> 12200;
        };
    }
}
