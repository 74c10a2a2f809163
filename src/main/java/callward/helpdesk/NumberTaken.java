package callward.helpdesk;

import callward.settings.Saying;

/** Somebody else has just written down the same number of a ticket, or the telephone number of another customer. */
class NumberTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Saying saying;

    NumberTaken(String key, Object... values) {
        super(key);
        saying = Saying.of(key, values);
    }

    Saying saying() {
        return saying;
    }
}
