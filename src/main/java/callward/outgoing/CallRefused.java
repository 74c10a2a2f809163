package callward.outgoing;

import callward.phone.NumberKind;
import callward.settings.Saying;
import java.util.List;
import java.util.Locale;

/** A call is not made, and whoever wants it can do something about it. */
public class CallRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why; its words are {@code outgoing.refused.REASON}. */
    public enum Reason {
        NOT_AN_AGENT(null), NO_TELEPHONE("device"), NOT_HIS_TELEPHONE("device"), NO_LINE("line"), LINE_UNKNOWN("line"), ALREADY(null),
        NO_NUMBER("to"), NUMBER_WRONG("to"), HIDDEN("to"), OWN_TELEPHONE("to"), NO_SUCH_CALL(null), NO_SUCH_CUSTOMER("customer"), NO_SUCH_TICKET("ticket"),
        OUR_LINE("to"), EMERGENCY("to"), SATELLITE("to"), PREMIUM_RATE("to"), SHARED_COST("to"), PERSONAL("to"), KIND("to"), UNKNOWN_NUMBER("to"), COUNTRY("to"),
        HOUR_IS_FULL(null), DAY_IS_FULL(null), TRIED_ENOUGH(null);

        private final String field;

        Reason(String field) {
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
    private final transient List<Object> values;
    private final Locale locale;

    /** @param values what goes into its sentence */
    CallRefused(Reason reason, Object... values) {
        this(reason, List.of(values), Locale.ENGLISH);
    }

    private CallRefused(Reason reason, List<Object> values, Locale locale) {
        super(reason.name());
        this.reason = reason;
        this.values = values;
        this.locale = locale;
    }

    /** The same, said in a language. */
    CallRefused in(Locale language) {
        return new CallRefused(reason, values, language);
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong, and what to do. */
    public String words() {
        return new Saying("outgoing.refused." + reason, values).in(locale);
    }
}
