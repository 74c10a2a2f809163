package callward.agent;

import callward.agent.AgentRefused.Reason;
import java.io.Serializable;
import java.util.Map;

/**
 * What can be changed about an agent.
 *
 * @param name          as people call him, 1 to 100 characters
 * @param phoneOn       false: none of his telephones is rung
 * @param reachable     rung with no desk open, too
 * @param wrapUpSeconds how long he is left alone after a talk, 0 to 600
 * @param outOfOffice   when he is not there; null for none
 */
public record AgentText(String name, boolean phoneOn, boolean reachable, int wrapUpSeconds, OutOfOffice outOfOffice) implements Serializable {

    public static final int MOST_WRAP_UP_SECONDS = 600;
    private static final int LONGEST_NAME = 100;

    /** @throws AgentRefused naming the first field that will not do */
    public AgentText {
        name = name == null ? "" : name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new AgentRefused(Reason.NAME_WRONG);
        }
        if (wrapUpSeconds < 0 || wrapUpSeconds > MOST_WRAP_UP_SECONDS) {
            throw new AgentRefused(Reason.WRAP_UP_WRONG);
        }
    }

    public AgentText withPhone(boolean on) {
        return new AgentText(name, on, reachable, wrapUpSeconds, outOfOffice);
    }

    public AgentText withReachable(boolean stays) {
        return new AgentText(name, phoneOn, stays, wrapUpSeconds, outOfOffice);
    }

    /** @param out null: he is back */
    public AgentText withOutOfOffice(OutOfOffice out) {
        return new AgentText(name, phoneOn, reachable, wrapUpSeconds, out);
    }

    /** For the audit log. */
    Map<String, String> facts() {
        boolean out = outOfOffice != null;
        return Map.of("name", name, "phone", phoneOn ? "on" : "off", "reachable", String.valueOf(reachable), "wrap-up", String.valueOf(wrapUpSeconds),
                "out-from", out ? outOfOffice.from().toString() : "", "out-to", !out ? "" : outOfOffice.to() == null ? "open" : outOfOffice.to().toString(),
                "out-reason", out && outOfOffice.reason() != null ? outOfOffice.reason() : "");
    }
}
