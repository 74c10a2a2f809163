package callward.script;

import static callward.script.Flaw.Severity.ERROR;
import static callward.script.Flaw.Severity.WARNING;

/** What can be wrong with a draft. The message key {@code flaw.<name>} says what to do about it. */
public enum Flaw {

    NO_STEPS(ERROR), FIRST_MISSING(ERROR), FIRST_UNKNOWN(ERROR), LANGUAGE_WRONG(ERROR), ID_MISSING(ERROR), ID_TWICE(ERROR), KIND_UNKNOWN(ERROR),
    FIELD_UNKNOWN(ERROR), REQUIRED(ERROR), SHAPE_WRONG(ERROR), NUMBER_WRONG(ERROR), NUMBER_OUT_OF_RANGE(ERROR), KEYS_WRONG(ERROR),
    CHOICE_KEY_WRONG(ERROR), CHOICE_KEY_TWICE(ERROR), FACT_NAME_WRONG(ERROR), URL_WRONG(ERROR), UTTERANCE_WRONG(ERROR), TEXT_TOO_LONG(ERROR),
    TARGET_UNKNOWN(ERROR), GREETING_UNKNOWN(ERROR), DESTINATION_UNKNOWN(ERROR), MAILBOX_UNKNOWN(ERROR), CALENDAR_UNKNOWN(ERROR), GROUP_UNKNOWN(ERROR), NUMBER_NOT_ALLOWED(ERROR), LOOP(ERROR),
    UNREADABLE(ERROR),
    UNREACHABLE(WARNING), DEAD_END(WARNING), NOBODY(WARNING), VARIABLE_UNKNOWN(WARNING), SPOKEN_TOO_LONG(WARNING), NOTHING_SAID(WARNING),
    NO_CHOICES(WARNING), NO_DESTINATIONS(WARNING), NUMBER_FORBIDDEN_SINCE(WARNING);

    /** An error keeps a script from being published, a warning does not. */
    public enum Severity { ERROR, WARNING }

    private final Severity severity;

    Flaw(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
