package callward.outgoing;

import callward.phone.NumberKind;
import callward.settings.Refused;
import callward.settings.Saying;

/** A call is not made, and whoever wants it can do something about it. */
public class CallRefused extends Refused {

    private static final long serialVersionUID = 1L;

    /** Why; its words are {@code outgoing.refused.REASON}. */
    public enum Reason {
        NOT_AN_AGENT(Kind.CONFLICT, null), NO_TELEPHONE("device"), NOT_HIS_TELEPHONE("device"), TELEPHONE_IS_LINE("device"), NO_LINE("line"), LINE_UNKNOWN("line"), ALREADY(Kind.CONFLICT, null),
        NO_NUMBER("to"), NUMBER_WRONG("to"), HIDDEN("to"), OWN_TELEPHONE("to"), NO_SUCH_CALL(Kind.GONE, null), NO_SUCH_CUSTOMER("customer"), NO_SUCH_TICKET("ticket"),
        OUR_LINE("to"), EMERGENCY("to"), SATELLITE("to"), PREMIUM_RATE("to"), SHARED_COST("to"), PERSONAL("to"), KIND("to"), UNKNOWN_NUMBER("to"), COUNTRY("to"),
        HOUR_IS_FULL(Kind.CONFLICT, null), DAY_IS_FULL(Kind.CONFLICT, null), TRIED_ENOUGH(Kind.CONFLICT, null);

        private final Kind kind;
        private final String field;

        Reason(String field) {
            this(Kind.WRONG, field);
        }

        Reason(Kind kind, String field) {
            this.kind = kind;
            this.field = field;
        }

        /** The field that will not do; null when it is none. */
        public String field() {
            return field;
        }

        /** Whether the guard says so, and an administrator may want to know. */
        boolean isGuards() {
            return compareTo(OUR_LINE) >= 0 && this != TRIED_ENOUGH;
        }

        static Reason of(NumberKind kind) {
            return switch (kind) {
                case EMERGENCY -> EMERGENCY;
                case SATELLITE -> SATELLITE;
                case PREMIUM_RATE -> PREMIUM_RATE;
                case SHARED_COST -> SHARED_COST;
                case PERSONAL -> PERSONAL;
                case UNKNOWN -> UNKNOWN_NUMBER;
                default -> KIND;
            };
        }
    }

    private final Reason reason;

    /** @param values what goes into its sentence */
    CallRefused(Reason reason, Object... values) {
        super(reason.kind, reason.field, Saying.of("outgoing.refused." + reason, values));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
