package callward.simulator;

/**
 * How a person dials a number of the account.
 *
 * @param forwardedFrom the number that was dialled at first, or null
 * @param headers       what the first request says beside the usual, as after a call by SIP: {@code SipHeader_…}
 * @param byHand        phones wait for a button, whatever they do by themselves otherwise
 */
record Dialling(String from, String to, String forwardedFrom, Fields headers, boolean byHand) {

    static Dialling plain(String from, String to, String forwardedFrom) {
        return new Dialling(from, to, forwardedFrom, Fields.none(), false);
    }
}
