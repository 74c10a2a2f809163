package callward.flow;

import callward.phone.PhoneNumber;

/** What the carrier is asked to do beside the conversation. Carried out after commit, until done. */
public sealed interface Order {

    /** @param body at most 1,600 characters */
    record SendText(PhoneNumber to, String body) implements Order { }

    /** Brings the caller what our own clock has decided; the engine never asks for it. @param turn  the turn that the clock has played; @param asked the carrier has asked for it by itself meanwhile */
    record Resume(int turn, boolean asked) implements Order { }

    /** Ends a call in which nothing more will be heard; the engine never asks for it. */
    record End() implements Order { }
}
