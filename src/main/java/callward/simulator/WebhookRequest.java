package callward.simulator;

import java.net.CookieManager;

/**
 * One request to the customer's server.
 *
 * @param purpose what it is for, e.g. {@code voice}, {@code gather}, {@code status}; shown in the log
 * @param base    the parameters every request of this call carries; a redirected request carries only these
 * @param extra   the parameters of this request alone
 * @param cookies the call's cookies, or null
 */
record WebhookRequest(String callSid, String purpose, String url, String method, Fields base, Fields extra,
                      CookieManager cookies, boolean signed) {

    Fields parameters() {
        return Fields.none().addAll(base).setAll(extra);
    }

    /** A file to be played: fetched without a word about the call. */
    static WebhookRequest file(String callSid, String url) {
        return new WebhookRequest(callSid, "file", url, "GET", Fields.none(), Fields.none(), null, false);
    }
}
