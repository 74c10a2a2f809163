package callward.carrier;

/** The carrier answered, and said no. Trying the same again is useless. */
public class CarrierRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** It knows nothing of that name. */
    public static final int NOT_THERE = 20404;
    /** The call is over, or not yet answered. */
    public static final int CALL_IS_OVER = 21220;

    private final int code;

    /** @param code the carrier's own error code (Twilio: 21211 …), 0 when it gave none */
    public CarrierRefused(int code, String message) {
        super(message);
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** Whether it said no because the call that something was wanted of is over, or none that it knows. */
    public boolean isOver() {
        return code == CALL_IS_OVER || code == NOT_THERE;
    }
}
