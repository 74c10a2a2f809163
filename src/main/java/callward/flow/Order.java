package callward.flow;

import callward.phone.Destination;
import callward.phone.LegId;
import callward.phone.PhoneNumber;

/** What the carrier is asked to do beside the conversation. Carried out after commit, until done. */
public sealed interface Order {

    /** @param body at most 1,600 characters */
    record SendText(PhoneNumber to, String body) implements Order { }

    /** Brings the caller what our own clock has decided; the engine never asks for it. @param turn  the turn that the clock has played; @param asked the carrier has asked for it by itself meanwhile */
    record Resume(int turn, boolean asked) implements Order { }

    /** Ends a call in which nothing more will be heard; the engine never asks for it. */
    record End() implements Order { }

    /**
     * Rings a telephone by a call of its own. A telephone that cannot be rung within a minute is not rung any more.
     *
     * @param from        E.164; null: the line's number of the call that it is for
     * @param door        path below our doors that is asked what is said when it is picked up; unguessable, and of this one ringing alone
     * @param ringSeconds 5 to 600; the carrier adds up to 5
     * @param device      the telephone's key in the company's list, null when it has none
     * @param afterwards  it is rung although the call that it is for is over
     */
    record Place(Destination to, String from, String door, int ringSeconds, String device, boolean afterwards) implements Order {

        /** For a call that goes on. */
        public Place(Destination to, String from, String door, int ringSeconds, String device) {
            this(to, from, door, ringSeconds, device, false);
        }

        /** A telephone that is not in the company's list. */
        public Place(Destination to, String from, String door, int ringSeconds) {
            this(to, from, door, ringSeconds, null);
        }
    }

    /**
     * Moves whoever talks on a telephone to one of our doors; the one that he talks to is left. Who cannot be moved at once is not moved any more.
     *
     * @param door path below our doors that is asked what he hears then
     */
    record MoveLeg(LegId leg, String door) implements Order { }

    /** Ends a telephone's call that was placed, ringing or answered. */
    record EndLeg(LegId leg) implements Order { }
}
