package callward.greeting;

import callward.greeting.GreetingUsers.Use;
import java.util.List;
import java.util.stream.Collectors;

/** A greeting that is not deleted because somebody plays it. */
class GreetingInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GreetingInUse(List<Use> uses) {
        super("It is played by " + uses.stream().map(Use::name).distinct().collect(Collectors.joining(", ")) + ". Take it out there first.");
    }
}
