package callward.carrier;

/** The carrier did not answer, or asked us to come back later: try again. */
public class CarrierUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean perhapsDone;

    /** @param perhapsDone whether the request may have been carried out all the same (a read time-out, say): look before trying again */
    public CarrierUnreachable(String message, boolean perhapsDone, Throwable cause) {
        super(message, cause);
        this.perhapsDone = perhapsDone;
    }

    public boolean perhapsDone() {
        return perhapsDone;
    }
}
