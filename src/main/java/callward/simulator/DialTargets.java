package callward.simulator;

import java.util.Optional;

/** Reads the phones of a {@code <Dial>}; empty for one that the carrier refuses. */
final class DialTargets {

    private static final int LONGEST_SIP = 255;

    private final LiveLeg leg;
    private final TwimlDocument document;
    private final TwimlVerb dial;

    DialTargets(LiveLeg leg, TwimlDocument document, TwimlVerb dial) {
        this.leg = leg;
        this.document = document;
        this.dial = dial;
    }

    Optional<DialTarget> read(TwimlVerb noun) throws CallBreak, InterruptedException {
        return switch (noun.name()) {
            case "Number" -> number(noun);
            case "Client" -> Optional.of(target(noun, "client:" + identity(noun)));
            case "Sip" -> sip(noun);
            default -> refused(13215, "<" + noun.name() + "> cannot be dialled beside other phones");
        };
    }

    private Optional<DialTarget> number(TwimlVerb noun) throws CallBreak, InterruptedException {
        var number = noun.content().replaceAll("[ ().-]", "");
        if (!number.matches("\\+?[0-9]{3,15}")) {
            return refused(13223, "not a phone number: " + noun.content());
        }
        if (!mayShow(callerId())) {
            return refused(13214, "callerId " + callerId() + " is neither of the call nor of the account");
        }
        return Optional.of(target(noun, number));
    }

    /** The call's own two numbers and the account's numbers may be shown; what the call came with may be shown on. */
    private boolean mayShow(String callerId) {
        return callerId.equals(leg.call.from) || callerId.equals(leg.call.to) || leg.exchange.account.owns(callerId);
    }

    private Optional<DialTarget> sip(TwimlVerb noun) throws CallBreak, InterruptedException {
        var address = noun.content();
        if (!address.matches("sips?:[^\\s@]+@[^\\s@]+") || address.split("\\?")[0].length() > LONGEST_SIP) {
            return refused(13243, "not a SIP address: " + address);
        }
        return Optional.of(target(noun, address));
    }

    private static String identity(TwimlVerb client) {
        return client.children().stream().filter(child -> child.name().equals("Identity")).findFirst()
                .map(TwimlVerb::content).orElseGet(client::content);
    }

    private DialTarget target(TwimlVerb noun, String to) throws CallBreak, InterruptedException {
        var whisper = noun.has("url")
                ? Instruction.fetch("whisper", leg.address(document, noun.get("url", "")), noun.method()) : null;
        var callback = noun.has("statusCallback")
                ? StatusCallback.of(leg.address(document, noun.get("statusCallback", "")), noun.get("statusCallbackMethod", "POST"),
                noun.get("statusCallbackEvent", null)) : StatusCallback.NONE;
        return new DialTarget(callerId(), to, whisper, callback, detection(noun), noun.get("sendDigits", null));
    }

    private MachineDetection detection(TwimlVerb noun) throws CallBreak, InterruptedException {
        if (!noun.has("machineDetection")) {
            return MachineDetection.OFF;
        }
        var url = noun.has("amdStatusCallback") ? leg.address(document, noun.get("amdStatusCallback", "")) : null;
        return new MachineDetection(noun.get("machineDetection", "Enable"), true, url, noun.get("amdStatusCallbackMethod", "POST"));
    }

    private String callerId() {
        return dial.get("callerId", leg.call.from);
    }

    private Optional<DialTarget> refused(int code, String why) {
        leg.exchange.alert(code, why, leg.call, document.url());
        return Optional.empty();
    }
}
