package callward.greeting;

/** Another greeting has the key by now. */
class KeyTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyTaken(String key) {
        super("There is a greeting with the key " + key + " already.");
    }
}
