package callward.helpdesk;

/** A customer or a ticket is not as whoever changes it has seen it: somebody else was faster. */
class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile(String what) {
        super(what + " was changed or deleted meanwhile");
    }
}
