package callward.call;

import callward.settings.Refused;
import callward.settings.Saying;

/** A caller cannot be sent there, or not now. */
public class TransferRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; its words are {@code transfer.refused.REASON}. */
    public enum Reason {
        NO_SUCH_CALL(Kind.GONE, null), NOBODY_TALKS(Kind.CONFLICT, null), NOT_YOURS(Kind.CONFLICT, null), ON_ITS_WAY(Kind.CONFLICT, null), OUTGOING("ask"), ONE_TARGET(""),
        AGENT_UNKNOWN("agent"), AGENT_NOT_FREE("agent"), GROUP_UNKNOWN("group"), NUMBER_WRONG("number"), OUR_LINE("number"), CALLERS_OWN("number"), NUMBER_NOT_ALLOWED("number"),
        ASKING(Kind.CONFLICT, null), NOT_ASKING(Kind.CONFLICT, null), NOT_ANSWERED_YET(Kind.CONFLICT, null), TAKEN_BACK(Kind.CONFLICT, null), CONNECTED(Kind.CONFLICT, null),
        ASK_PERSON("ask"), MAILBOX_UNKNOWN("mailbox"), NOTE_TOO_LONG("note");

        private final Kind kind;
        private final String field;

        Reason(String field) {
            this(Kind.WRONG, field);
        }

        Reason(Kind kind, String field) {
            this.kind = kind;
            this.field = field;
        }

        /** The field that will not do, empty for all of them; null when it is not about what was asked for. */
        public String field() {
            return field;
        }
    }

    private final Reason reason;

    public TransferRefused(Reason reason) {
        super(reason.kind, reason.field, Saying.of("transfer.refused." + reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
