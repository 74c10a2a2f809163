package callward.agent;

/** Something about an agent will not do, or may not be. */
public class AgentRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** What will not do; its words are {@code agent.refused.REASON}. */
    public enum Reason {
        NAME_WRONG("name"), KEY_TAKEN("key"), ACCOUNT_UNKNOWN("account"), ACCOUNT_TAKEN("account"), WRAP_UP_WRONG("wrapUpSeconds"), BEGINNING_MISSING("from"), END_MISSING("to"),
        ENDS_TWICE("to"), ENDS_BEFORE_IT_BEGINS("to"), REASON_WRONG("reason"), OTHER_TELEPHONES("devices"), CHANGED_MEANWHILE(null),
        NO_SUCH_AGENT(null);

        private final String field;

        Reason(String field) {
            this.field = field;
        }

        /** The field that will not do; null when it is the whole change. */
        public String field() {
            return field;
        }
    }

    private final Reason reason;

    public AgentRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
