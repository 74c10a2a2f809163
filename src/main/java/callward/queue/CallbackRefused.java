package callward.queue;

import callward.settings.Refused;
import callward.settings.Saying;

/** A callback cannot be taken off the list. */
class CallbackRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; its words are {@code callback.refused.REASON}. */
    enum Reason {
        NO_CALLBACK(Kind.GONE), UNDER_WAY(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    CallbackRefused(Reason reason) {
        super(reason.kind, Saying.of("callback.refused." + reason));
    }
}
