package callward.helpdesk;

import callward.settings.Refused;
import callward.settings.Saying;

/** A customer or a ticket is not as whoever changes it has seen it: somebody else was faster. Its words are for whoever has typed nothing. */
class ChangedMeanwhile extends Refused {

    private static final long serialVersionUID = 1L;

    /** @param thing {@code customer} or {@code ticket} */
    ChangedMeanwhile(String thing) {
        super(Kind.CONFLICT, Saying.of(thing + ".lookAgain"));
    }
}
