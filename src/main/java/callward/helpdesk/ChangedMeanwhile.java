package callward.helpdesk;

import callward.settings.Saying;

/** A customer or a ticket is not as whoever changes it has seen it: somebody else was faster. */
class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String thing;

    /** @param thing {@code customer} or {@code ticket} */
    ChangedMeanwhile(String thing, Object id) {
        super(thing + " " + id + " was changed or deleted meanwhile");
        this.thing = thing;
    }

    /** For whoever has typed nothing. */
    Saying saying() {
        return Saying.of(thing + ".lookAgain");
    }
}
