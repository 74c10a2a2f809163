package callward.simulator;

/** The REST API says no, with an HTTP status and the carrier's error code. */
final class RestRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
    final int status;
    final int code;

    RestRefused(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RestRefused badRequest(int code, String message) {
        return new RestRefused(400, code, message);
    }

    static RestRefused notFound(String path) {
        return new RestRefused(404, 20404, "The requested resource " + path + " was not found");
    }
}
