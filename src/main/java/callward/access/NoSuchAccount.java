package callward.access;

/** Nobody is called that. */
public class NoSuchAccount extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSuchAccount(String username) {
        super("no account " + username);
    }
}
