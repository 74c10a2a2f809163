package callward.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of the carrier's REST API. */
record RestAnswer(int status, String contentType, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RestAnswer json(int status, Object value) {
        try {
            return new RestAnswer(status, "application/json;charset=utf-8", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static RestAnswer nothing() {
        return new RestAnswer(204, null, new byte[0]);
    }

    static RestAnswer sound(byte[] wav) {
        return new RestAnswer(200, "audio/x-wav", wav);
    }

    static RestAnswer refusal(RestRefused refused) {
        var error = new LinkedHashMap<String, Object>(Map.of("code", refused.code));
        error.put("message", refused.getMessage());
        error.put("more_info", "https://www.twilio.com/docs/errors/" + refused.code);
        error.put("status", refused.status);
        return json(refused.status, error);
    }
}
