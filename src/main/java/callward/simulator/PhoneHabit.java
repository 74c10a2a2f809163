package callward.simulator;

/** What the phone at a destination does when it rings. */
enum PhoneHabit {
    /** rings until somebody presses a button */
    BY_HAND,
    ANSWERS,
    DECLINES,
    BUSY,
    RINGS_OUT,
    /** the number does not exist */
    DEAD,
    /** the mailbox behind the phone answers */
    VOICEMAIL
}
