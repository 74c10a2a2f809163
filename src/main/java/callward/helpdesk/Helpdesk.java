package callward.helpdesk;

import callward.phone.PhoneNumber;
import java.util.Optional;

/** What a live call asks about its caller. An answer is worth having only within a second or two: the asker sets the deadline. */
public interface Helpdesk {

    Optional<CustomerFound> customerWith(PhoneNumber number);

    /** @param number as the caller typed it: digits */
    Optional<TicketFound> ticketNumbered(String number);

    /** Whether an answer means asking another system, which may be slow: then it is asked beside the call, with a deadline. */
    boolean isFar();
}
