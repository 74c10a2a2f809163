package callward.voicemail;

import callward.settings.Refused;
import callward.settings.Saying;

/** Another mailbox has the key by now. */
class KeyTaken extends Refused {

    private static final long serialVersionUID = 1L;

    KeyTaken(String key) {
        super(Kind.CONFLICT, "key", Saying.of("mailbox.keyTaken", key));
    }
}
