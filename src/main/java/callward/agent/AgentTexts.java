package callward.agent;

import callward.phone.Destination;
import callward.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** How pages show agents. */
@Named
@ApplicationScoped
public class AgentTexts {

    /** He could be rung, he is busy, he is not there, or something is missing. */
    public String tone(AgentRow agent) {
        return switch (agent.state()) {
            case AgentRow.FREE -> "good";
            case "ON_A_CALL", "WRAPPING_UP" -> "info";
            case "NO_DEVICE" -> "bad";
            default -> "quiet";
        };
    }

    /** A number as people write it, any other address as it is. */
    public String address(AgentRow.Telephone phone) {
        return Destination.of(phone.address()) instanceof PhoneNumber number ? number.shown() : phone.address();
    }
}
