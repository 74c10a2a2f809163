package callward.agent;

import callward.settings.Refused;
import callward.settings.Saying;

/** A telephone's number must not be rung; nothing has changed. */
class NumberRefused extends Refused {

    private static final long serialVersionUID = 1L;

    NumberRefused(Saying why) {
        super(Kind.WRONG, "address", why);
    }
}
