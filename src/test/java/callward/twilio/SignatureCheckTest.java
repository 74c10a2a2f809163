package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The signatures are Twilio's own: from its security page and from the tests of its libraries. */
class SignatureCheckTest {

    private static final String ORIGIN = "https://mycompany.com";
    private static final String TARGET = "/myapp.php?foo=1&bar=2";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, List<String>> CALL = Map.of("CallSid", List.of("CA1234567890ABCDE"), "Caller", List.of("+14158675309"),
            "Digits", List.of("1234"), "From", List.of("+14158675309"), "To", List.of("+18005551212"));
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String DESK = "https://desk.example.com";

    @Test
    void twilios_documented_request_is_twilios() {
        assertTrue(holds(post(TARGET, CALL, SIGNATURE), "12345"));
        assertTrue(SignatureCheck.holds(post("/myapp.php?foo=1&bar=2", with(CALL, "Caller", "+14158675310", "From", "+14158675310"),
                "L/OH5YylLD5NRKLltdqwSvS0BnU="), "https://example.com", List.of("12345")));
    }

    @Test
    void a_field_that_comes_twice_is_signed_once_for_each_value() {
        assertEquals("IK+Dwps556ElfBT0I3Rgjkr1wJU=", SignatureCheck.sign("12345", ORIGIN + TARGET, Map.of("Sid", List.of("CA123"),
                "SidAccount", List.of("AC123"), "Digits", List.of("5678", "1234", "1234"))));
        assertEquals("83O6e2vORAoJHUNzJjDWN1jz+BA=", SignatureCheck.sign("12345", ORIGIN + TARGET,
                Map.of("MessagingBinding.Address", List.of("+1325xxxxxxx", "+1415xxxxxxx"))));
    }

    @Test
    void a_body_that_is_no_form_is_signed_by_its_hash() {
        String body = "{\"property\": \"value\", \"boolean\": true}";
        String target = TARGET + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        assertTrue(holds(json(target, body, "a9nBmqA0ju/hNViExpshrM61xv4="), "12345"));
        assertFalse(holds(json(target, body + " ", "a9nBmqA0ju/hNViExpshrM61xv4="), "12345"));
        assertFalse(holds(json(TARGET, body, SignatureCheck.sign("12345", ORIGIN + TARGET, Map.of())), "12345"));
    }

    @Test
    void by_get_only_the_address_is_signed() {
        String target = "/twilio/voice?CallSid=CA1&From=%2B15550001&Name=J%C3%BCrgen+M";
        assertTrue(holds(new SignedRequest("GET", target, "", new byte[0], SignatureCheck.sign("12345", ORIGIN + target, Map.of())), "12345"));
    }

    @Test
    void the_port_may_be_signed_or_not() {
        for (String signed : List.of("https://desk.example.com:8443", "https://desk.example.com")) {
            String signature = SignatureCheck.sign("12345", signed + "/caf%C3%A9?a=%2B%20b", CALL);
            assertTrue(SignatureCheck.holds(post("/caf%C3%A9?a=%2B%20b", CALL, signature), "https://desk.example.com:8443", List.of("12345")));
        }
        String withPort = SignatureCheck.sign("12345", DESK + ":443/twilio/voice", CALL);
        assertTrue(SignatureCheck.holds(post("/twilio/voice", CALL, withPort), DESK, List.of("12345")));
    }

    @Test
    void a_quotation_mark_is_signed_as_its_escape() {
        String signature = SignatureCheck.sign("12345", ORIGIN + "/x?name=O%27Hara", CALL);
        assertTrue(holds(post("/x?name=O'Hara", CALL, signature), "12345"));
    }

    @Test
    void both_tokens_count_while_they_are_exchanged() {
        assertTrue(holds(post(TARGET, CALL, SIGNATURE), "another", "12345"));
        assertFalse(holds(post(TARGET, CALL, SIGNATURE), "another"));
    }

    @Test
    void without_a_token_or_a_signature_nothing_is_twilios() {
        assertFalse(holds(post(TARGET, CALL, SIGNATURE)));
        assertFalse(holds(post(TARGET, CALL, SIGNATURE), ""));
        assertFalse(holds(post(TARGET, CALL, ""), "12345"));
    }

    @Test
    void empty_values_and_names_in_any_order_count_byte_by_byte() {
        Map<String, List<String>> fields = Map.of("b", List.of(""), "B", List.of(" x "), "a", List.of("Jürgen 😀"));
        String signature = SignatureCheck.sign("12345", ORIGIN + "/", fields);
        assertEquals(signature, SignatureCheck.sign("12345", ORIGIN + "/B x aJürgen 😀b", Map.of()));
        assertTrue(holds(post("/", fields, signature), "12345"));
    }

    @Test
    void a_fragment_is_never_part_of_what_is_signed() {
        assertTrue(SignatureCheck.urls(DESK, "/twilio/voice").stream().noneMatch(url -> url.contains("#")));
    }

    @Test
    @Covers("S1.17")
    void of_ten_thousand_changed_requests_none_is_taken_for_twilios() {
        Random random = new Random(20261121);
        SignedRequest good = post(TARGET, CALL, SIGNATURE);
        for (int tried = 0; tried < 10_000; ) {
            SignedRequest changed = changed(good, random);
            if (!sameMeaning(good, changed)) {
                tried++;
                assertFalse(holds(changed, "12345"), () -> changed.target() + " " + new String(changed.body(), StandardCharsets.UTF_8)
                        + " " + changed.signature());
            }
        }
    }

    private static SignedRequest changed(SignedRequest good, Random random) {
        String body = new String(good.body(), StandardCharsets.UTF_8);
        return switch (random.nextInt(3)) {
            case 0 -> new SignedRequest("POST", good.target(), FORM, good.body(), changed(good.signature(), random));
            case 1 -> new SignedRequest("POST", changed(good.target(), random), FORM, good.body(), good.signature());
            default -> new SignedRequest("POST", good.target(), FORM, changed(body, random).getBytes(StandardCharsets.UTF_8), good.signature());
        };
    }

    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(changed.length());
            char other = (char) (0x21 + random.nextInt(0x5E));
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, other);
                case 2 -> changed.setCharAt(at, other);
                default -> changed.setCharAt(at, Character.isUpperCase(changed.charAt(at)) ? Character.toLowerCase(changed.charAt(at))
                        : Character.toUpperCase(changed.charAt(at)));
            }
        }
        return changed.toString();
    }

    /**
     * Another escape for the same letter is no change; and Twilio signs names and values without anything between them, so that nobody,
     * Twilio included, can tell {@code ab=c} from {@code a=bc}.
     */
    private static boolean sameMeaning(SignedRequest one, SignedRequest other) {
        return one.target().equals(other.target()) && one.signature().equals(other.signature()) && signedText(one).equals(signedText(other));
    }

    private static String signedText(SignedRequest request) {
        return new TreeMap<>(request.bodyFields()).entrySet().stream().map(field -> field.getValue().stream().distinct().sorted()
                .map(value -> field.getKey() + value).collect(Collectors.joining())).collect(Collectors.joining());
    }

    private static boolean holds(SignedRequest request, String... tokens) {
        return SignatureCheck.holds(request, ORIGIN, List.of(tokens));
    }

    private static SignedRequest post(String target, Map<String, List<String>> fields, String signature) {
        String body = fields.entrySet().stream().flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return new SignedRequest("POST", target, FORM + "; charset=UTF-8", body.getBytes(StandardCharsets.UTF_8), signature);
    }

    private static SignedRequest json(String target, String body, String signature) {
        return new SignedRequest("POST", target, "application/json", body.getBytes(StandardCharsets.UTF_8), signature);
    }

    private static Map<String, List<String>> with(Map<String, List<String>> fields, String... more) {
        Map<String, List<String>> changed = new TreeMap<>(fields);
        for (int i = 0; i < more.length; i += 2) {
            changed.put(more[i], new ArrayList<>(List.of(more[i + 1])));
        }
        return changed;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
