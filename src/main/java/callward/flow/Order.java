package callward.flow;

import callward.phone.PhoneNumber;

/** What the carrier is asked to do beside the conversation. Carried out after commit, until done. */
public sealed interface Order {

    /** @param body at most 1,600 characters */
    record SendText(PhoneNumber to, String body) implements Order { }
}
