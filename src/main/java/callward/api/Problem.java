package callward.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type           a URI that names the kind; {@code about:blank}: the status says it all
 * @param title          the kind of problem, the same each time
 * @param status         the HTTP status
 * @param detail         what is wrong this time, and what to do
 * @param errors         what is wrong with which field of the request
 * @param carrierCode    the carrier's own number for it (Twilio: 21211 …)
 * @param carrierMessage the carrier's own words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, List<Field> errors, Integer carrierCode, String carrierMessage) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A field of the request by its path ({@code steps[2].says}) and what is wrong with it.
     *
     * @param field   path within the request, like {@code steps[2].says}; empty for the body as a whole
     * @param message what is wrong with it
     */
    public record Field(String field, String message) { }

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, List.of(), null, null);
    }

    Problem with(List<Field> wrong) {
        return new Problem(type, title, status, detail, wrong, carrierCode, carrierMessage);
    }

    Problem withCarrier(Integer code, String message) {
        return new Problem(type, title, status, detail, errors, code, message);
    }
}
