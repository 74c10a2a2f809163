package callward.twilio;

/** Those of Twilio's error codes that we act upon. */
final class TwilioCodes {

    static final int NOT_ALLOWED = 20003;
    static final int NOT_FOUND = 20404;
    static final int CALL_IS_OVER = 21220;

    private TwilioCodes() { }
}
