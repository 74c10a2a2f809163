package callward.script;

import callward.phone.PhoneNumber;
import callward.settings.Saying;
import java.util.Optional;

/**
 * Says which numbers the company's own set-up may ring: telephones, lines and scripts. The company pays for each call there. Another room
 * watches over what calls cost.
 */
public interface RingGuard {

    /** Why it must not be set up now; nothing when it may be. */
    Optional<Saying> objection(PhoneNumber number);

    /** Whether it is not rung whoever has set it up, and whenever: an old number abroad goes on ringing, a dear one does not. Asks no database. */
    boolean isNeverRung(PhoneNumber number);
}
