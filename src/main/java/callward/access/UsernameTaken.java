package callward.access;

/** An account of that name is there already. */
public class UsernameTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsernameTaken(String username) {
        super("the user name " + username + " is taken");
    }
}
