package callward.twilio;

import callward.carrier.CarrierRefused;

/** Those of Twilio's error codes that we act upon. */
final class TwilioCodes {

    static final int NOT_ALLOWED = 20003;
    static final int NOT_FOUND = CarrierRefused.NOT_THERE;
    static final int CALL_IS_OVER = CarrierRefused.CALL_IS_OVER;

    private TwilioCodes() { }
}
