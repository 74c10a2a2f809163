package callward.group;

/** A group is not as whoever changes it has seen it: somebody else was faster. */
class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile(String key) {
        super("group " + key + " was changed or deleted meanwhile");
    }
}
