package callward.launcher;

/** Something the person at the keyboard must put right; its message is all that is shown. */
class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
