package callward.desk;

/** What a pop-up can tell of a caller. */
public enum PopUpKind {
    /** He named a ticket that we know. */
    TICKET,
    /** His number is a customer's. */
    CUSTOMER,
    /** He shows a number that we do not know. */
    UNKNOWN,
    /** He shows no number, and named no ticket. */
    WITHHELD
}
