package callward.simulator;

/** A request to the customer's server did not bring a usable answer; carries the carrier's error code. */
final class WebhookFailed extends Exception {

    private static final long serialVersionUID = 1;
    final int code;
    final String url;
    /** What {@link ConnectionOverrides#retryOn} calls this failure, or empty when it is never retried. */
    final String kind;

    WebhookFailed(int code, String message, String url, String kind) {
        super(message, null, false, false);
        this.code = code;
        this.url = url;
        this.kind = kind;
    }
}
