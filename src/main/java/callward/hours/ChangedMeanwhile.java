package callward.hours;

import callward.settings.Refused;
import callward.settings.Saying;

/** A calendar is not as whoever changes it has seen it: somebody else was faster. */
class ChangedMeanwhile extends Refused {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super(Kind.CONFLICT, Saying.of("hours.changedMeanwhile"));
    }
}
