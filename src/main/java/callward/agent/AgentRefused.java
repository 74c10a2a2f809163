package callward.agent;

import callward.settings.Refused;
import callward.settings.Saying;

/** Something about an agent will not do, or may not be. */
public class AgentRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; its words are {@code agent.refused.REASON}. */
    public enum Reason {
        NAME_WRONG("name"), KEY_TAKEN(Kind.CONFLICT, "key"), OUR_LINE("address"), ACCOUNT_UNKNOWN("account"), ACCOUNT_TAKEN(Kind.CONFLICT, "account"), WRAP_UP_WRONG("wrapUpSeconds"),
        BEGINNING_MISSING("from"), END_MISSING("to"), ENDS_TWICE("to"), ENDS_BEFORE_IT_BEGINS("to"), REASON_WRONG("reason"), OTHER_TELEPHONES(Kind.CONFLICT, "devices"),
        CHANGED_MEANWHILE(Kind.CONFLICT, null), NO_SUCH_AGENT(Kind.GONE, null);

        private final Kind kind;
        private final String field;

        Reason(String field) {
            this(Kind.WRONG, field);
        }

        Reason(Kind kind, String field) {
            this.kind = kind;
            this.field = field;
        }

        /** The field that will not do; null when it is the whole change. */
        public String field() {
            return field;
        }
    }

    private final Reason reason;

    public AgentRefused(Reason reason) {
        super(reason.kind, reason.field, Saying.of("agent.refused." + reason));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
