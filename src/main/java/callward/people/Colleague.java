package callward.people;

import callward.access.Account;
import callward.agent.Device;
import java.util.List;

/**
 * An account with the telephones of its agent.
 *
 * @param invited whether a link to choose his password is out
 */
public record Colleague(Account account, List<Device> phones, boolean invited) {

    /** How it stands with somebody's account; its word is {@code account.state.STATE}. */
    public enum State { ACTIVE, INVITED, NO_PASSWORD, SHUT_OUT }

    public State state() {
        if (!account.isActive()) {
            return State.SHUT_OUT;
        }
        return account.canSignIn() ? State.ACTIVE : invited ? State.INVITED : State.NO_PASSWORD;
    }

    /** The telephone that rings for him, null when he answers no calls. */
    public Device phone() {
        return phones.stream().filter(Device::isActive).findFirst().orElse(null);
    }
}
