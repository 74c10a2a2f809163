package callward.call;

import java.util.Arrays;

/** How far a ringing telephone has come, in the order in which it can only go forward. */
enum LegState {
    STARTED, RINGING, ANSWERED, BUSY, NO_ANSWER, FAILED, CANCELED, COMPLETED;

    static final String[] ORDER = Arrays.stream(values()).map(Enum::name).toArray(String[]::new);

    /** Twilio's words; an unknown one counts as the start. */
    static LegState of(String status) {
        return switch (status) {
            case "ringing" -> RINGING;
            case "answered", "in-progress" -> ANSWERED;
            case "busy" -> BUSY;
            case "no-answer" -> NO_ANSWER;
            case "failed" -> FAILED;
            case "canceled" -> CANCELED;
            case "completed" -> COMPLETED;
            default -> STARTED;
        };
    }

    boolean over() {
        return compareTo(ANSWERED) > 0;
    }
}
