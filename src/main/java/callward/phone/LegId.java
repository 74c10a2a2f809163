package callward.phone;

/** The carrier's name for one leg of a call: the ringing or answered telephone of one destination. */
public record LegId(String sid) {

    public LegId {
        new CallId(sid);
    }

    @Override
    public String toString() {
        return sid;
    }
}
