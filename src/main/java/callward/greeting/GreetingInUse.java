package callward.greeting;

import callward.greeting.GreetingUsers.Use;
import callward.settings.Refused;
import callward.settings.Saying;
import java.util.List;
import java.util.stream.Collectors;

/** A greeting that is not deleted because somebody plays it. */
class GreetingInUse extends Refused {

    private static final long serialVersionUID = 1L;

    GreetingInUse(List<Use> uses) {
        super(Kind.CONFLICT, Saying.of("greeting.inUse", uses.stream().map(Use::name).distinct().collect(Collectors.joining(", "))));
    }
}
