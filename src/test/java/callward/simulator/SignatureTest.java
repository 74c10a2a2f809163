package callward.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SignatureTest {

    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

    private static Fields documented(String caller) {
        return Fields.of("CallSid", "CA1234567890ABCDE", "Caller", caller, "From", caller, "Digits", "1234", "To", "+18005551212");
    }

    @Test
    void the_vector_of_the_carriers_own_libraries() {
        assertEquals("RSOYDt4T1cUTdK1PDd93/VVr8B8=", Signature.of("12345", URL, documented("+14158675309")));
    }

    @Test
    void the_vector_of_the_carriers_security_page() {
        assertEquals("L/OH5YylLD5NRKLltdqwSvS0BnU=",
                Signature.of("12345", "https://example.com/myapp.php?foo=1&bar=2", documented("+14158675310")));
    }

    @Test
    void repeated_fields_are_signed_once_per_value_in_order() {
        assertEquals("IK+Dwps556ElfBT0I3Rgjkr1wJU=", Signature.of("12345", URL,
                Fields.of("Sid", "CA123", "SidAccount", "AC123", "Digits", "5678", "Digits", "1234", "Digits", "1234")));
        assertEquals("83O6e2vORAoJHUNzJjDWN1jz+BA=", Signature.of("12345", URL,
                Fields.of("MessagingBinding.Address", "+1325xxxxxxx", "MessagingBinding.Address", "+1415xxxxxxx")));
    }

    @Test
    void only_the_address_that_is_sent_is_signed() {
        assertEquals("https://example.com/a?b=1", Signature.signedAddress("https://user:p@example.com:8443/a?b=1#rc=2"));
        assertEquals("http://example.com:8080/a", Signature.signedAddress("http://example.com:8080/a"));
        assertEquals("https://[::1]?a:5@b", Signature.signedAddress("https://[::1]:443?a:5@b"));
    }

    @TestFactory
    Stream<DynamicTest> vectors_made_with_the_carriers_npm_package() throws IOException {
        var vectors = new ObjectMapper().readTree(getClass().getResource("/signature-vectors.json")).path("vectors");
        assertTrue(vectors.size() >= 300, vectors.size() + " vectors");
        return StreamSupport.stream(vectors.spliterator(), false).map(vector -> DynamicTest.dynamicTest(vector.path("name").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        var fields = Fields.none();
        vector.path("fields").forEach(pair -> fields.add(pair.get(0).asText(), pair.get(1).asText()));
        assertEquals(vector.path("signature").asText(), Signature.of(vector.path("token").asText(), vector.path("signedUrl").asText(), fields));
    }
}
