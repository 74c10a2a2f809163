package callward.simulator;

/** A document that the carrier cannot run; carries the carrier's error code. */
final class TwimlRefused extends Exception {

    private static final long serialVersionUID = 1;
    final int code;

    TwimlRefused(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }
}
