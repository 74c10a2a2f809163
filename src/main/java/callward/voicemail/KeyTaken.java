package callward.voicemail;

import callward.settings.Saying;

/** Another mailbox has the key by now. */
class KeyTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    KeyTaken(String key) {
        super("mailbox " + key + " is there already");
        this.key = key;
    }

    Saying saying() {
        return Saying.of("mailbox.keyTaken", key);
    }
}
