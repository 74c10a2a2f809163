package callward.greeting;

import callward.settings.Refused;
import callward.settings.Saying;

/** Another greeting has the key by now. */
class KeyTaken extends Refused {

    private static final long serialVersionUID = 1L;

    KeyTaken(String key) {
        super(Kind.CONFLICT, "key", Saying.of("greeting.keyTaken", key));
    }
}
