package callward.call;

/** A caller cannot be sent there, or not now. */
public class TransferRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** Why; its words are {@code transfer.refused.REASON}. */
    public enum Reason {
        NO_SUCH_CALL(null), NOBODY_TALKS(null), NOT_YOURS(null), ON_ITS_WAY(null), OUTGOING("ask"), ONE_TARGET(""), AGENT_UNKNOWN("agent"), AGENT_NOT_FREE("agent"), GROUP_UNKNOWN("group"),
        NUMBER_WRONG("number"), OUR_LINE("number"), CALLERS_OWN("number"), NUMBER_NOT_ALLOWED("number"), ASKING(null), NOT_ASKING(null), NOT_ANSWERED_YET(null), TAKEN_BACK(null), CONNECTED(null), ASK_PERSON("ask"), MAILBOX_UNKNOWN("mailbox"), NOTE_TOO_LONG("note");

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** The field that will not do, empty for all of them; null when it is not about what was asked for. */
        public String field() {
            return field;
        }
    }

    private final Reason reason;

    public TransferRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
