package callward.helpdesk;

import callward.settings.Refused;
import callward.settings.Saying;

/** Somebody else has just written down the same number of a ticket, or the telephone number of another customer. */
class NumberTaken extends Refused {

    private static final long serialVersionUID = 1L;

    NumberTaken(String key, Object... values) {
        super(Kind.CONFLICT, Saying.of(key, values));
    }
}
