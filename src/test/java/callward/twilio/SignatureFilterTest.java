package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.settings.CarrierAccount;
import callward.settings.CarrierAccounts;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureFilterTest {

    private static final String FORM = "AccountSid=AC00000000000000000000000000000001&CallSid=CA1&Digits=1";
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private final SignatureFilter filter = filter(Fixtures.accounts(Fixtures.ACCOUNT));
    private final Map<String, Object> attributes = new HashMap<>();
    private boolean letIn;
    private int status;

    @Test
    @Covers({"S1.17", "S0.20"})
    void what_the_carrier_signed_comes_in_by_post_and_by_get() throws Exception {
        knock("POST", "/twilio/entered/1", null, FORM, sign("/twilio/entered/1", FORM));
        assertTrue(letIn);
        assertEquals("1", ((TwilioForm) attributes.get(TwilioForm.class.getName())).get("Digits"));

        knock("GET", "/twilio/entered/1", FORM, "", sign("/twilio/entered/1?" + FORM, ""));
        assertTrue(letIn);
        assertEquals("CA1", ((TwilioForm) attributes.get(TwilioForm.class.getName())).call().sid());
    }

    @Test
    @Covers("S1.17")
    void what_nobody_or_somebody_else_signed_is_refused_and_counted() throws Exception {
        knock("POST", "/twilio/entered/1", null, FORM, null);
        assertEquals(403, status);
        knock("POST", "/twilio/entered/2", "a=b", FORM, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        assertEquals(403, status);
        assertFalse(letIn);
        Refusals.Refusal last = filter.refusals.last().orElseThrow();
        assertEquals(2, last.count());
        assertEquals("https://desk.example.com/twilio/entered/2?a_b", last.url());
        assertEquals("signature", last.why());
        assertEquals(NOW, last.at());
    }

    @Test
    void fields_of_the_query_are_no_fields_of_a_form() throws Exception {
        String query = "AccountSid=AC00000000000000000000000000000001&CallSid=CA666";
        knock("POST", "/twilio/voice", query, FORM, sign("/twilio/voice?" + query, FORM));
        assertTrue(letIn);
        assertEquals("CA1", ((TwilioForm) attributes.get(TwilioForm.class.getName())).call().sid());
    }

    @Test
    void another_accounts_call_is_refused() throws Exception {
        String other = FORM.replace("AC0", "AC9");
        knock("POST", "/twilio/voice", null, other, sign("/twilio/voice", other));
        assertEquals(403, status);
        assertEquals("account", filter.refusals.last().orElseThrow().why());
    }

    @Test
    @Covers("B01")
    void the_simulators_token_speaks_for_its_own_account_alone() throws Exception {
        SignatureFilter both = filter(beside(true));
        String simulated = FORM.replace("AC0", "AC5");
        knock(both, "POST", "/twilio/voice", null, simulated, SignatureCheck.sign("simulators", Fixtures.ORIGIN + "/twilio/voice", FormFields.decode(simulated)));
        assertTrue(letIn);
        assertTrue(((TwilioForm) attributes.get(TwilioForm.class.getName())).isSimulated());
        knock(both, "POST", "/twilio/voice", null, FORM, SignatureCheck.sign("simulators", Fixtures.ORIGIN + "/twilio/voice", FormFields.decode(FORM)));
        assertEquals(403, status);
        knock(both, "POST", "/twilio/voice", null, simulated, sign("/twilio/voice", simulated));
        assertEquals(403, status);
        knock(both, "POST", "/twilio/voice", null, FORM, sign("/twilio/voice", FORM));
        assertTrue(letIn);
        assertFalse(((TwilioForm) attributes.get(TwilioForm.class.getName())).isSimulated());
    }

    @Test
    @Covers("B01")
    void switched_off_the_simulator_is_a_stranger() throws Exception {
        String simulated = FORM.replace("AC0", "AC5");
        knock(filter(beside(false)), "POST", "/twilio/voice", null, simulated,
                SignatureCheck.sign("simulators", Fixtures.ORIGIN + "/twilio/voice", FormFields.decode(simulated)));
        assertEquals(403, status);
    }

    private static CarrierAccounts beside(boolean simulatorOn) {
        return Fixtures.accounts(Fixtures.ACCOUNT, new CarrierAccount(Optional.of("http://127.0.0.1:9"),
                Fixtures.ACCOUNT.sid().replace("AC0", "AC5"), List.of("simulators"), "AC5", "simulators", true), simulatorOn);
    }

    @Test
    @Covers("S0.19")
    void a_form_of_more_than_64_kilobytes_is_refused_unread() throws Exception {
        String fits = FORM + "&x=" + "y".repeat(65_536 - FORM.length() - 3);
        knock("POST", "/twilio/voice", null, fits, sign("/twilio/voice", fits));
        assertTrue(letIn);
        knock("POST", "/twilio/voice", null, fits + "y", sign("/twilio/voice", fits + "y"));
        assertEquals(413, status);
        assertFalse(letIn);
    }

    @Test
    void nothing_but_get_and_post_is_understood() throws Exception {
        for (String method : new String[] {"HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "post"}) {
            knock(method, "/twilio/voice", null, FORM, sign("/twilio/voice", FORM));
            assertEquals(405, status);
            assertFalse(letIn);
        }
    }

    @Test
    void when_the_tokens_cannot_be_read_the_carrier_shall_try_again() throws Exception {
        SignatureFilter blind = filter(new CarrierAccounts() {
            @Override
            public CarrierAccount current() {
                throw new IllegalStateException("settings cannot be read");
            }
        });
        knock(blind, "POST", "/twilio/voice", null, FORM, sign("/twilio/voice", FORM));
        assertEquals(503, status);
        assertFalse(letIn);
    }

    private static String sign(String target, String body) {
        return SignatureCheck.sign("token", Fixtures.ORIGIN + target, FormFields.decode(body));
    }

    private void knock(String method, String path, String query, String body, String signature) throws Exception {
        knock(filter, method, path, query, body, signature);
    }

    private void knock(SignatureFilter door, String method, String path, String query, String body, String signature) throws Exception {
        letIn = false;
        status = 200;
        attributes.clear();
        door.doFilter(request(method, path, query, body, signature), response(), (request, response) -> letIn = true);
    }

    private HttpServletRequest request(String method, String path, String query, String body, String signature) {
        return (HttpServletRequest) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURI" -> path;
                    case "getQueryString" -> query;
                    case "getContentType" -> body.isEmpty() ? null : "application/x-www-form-urlencoded";
                    case "getHeader" -> "X-Twilio-Signature".equals(arguments[0]) ? signature : null;
                    case "getInputStream" -> stream(body);
                    case "setAttribute" -> {
                        attributes.put((String) arguments[0], arguments[1]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "setStatus" -> {
                        status = (Integer) arguments[0];
                        yield null;
                    }
                    case "setHeader" -> null;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }

    private static SignatureFilter filter(CarrierAccounts accounts) {
        SignatureFilter filter = new SignatureFilter();
        filter.publicUrl = Fixtures.publicUrl(Fixtures.ORIGIN);
        filter.accounts = accounts;
        filter.refusals = new Refusals();
        filter.refusals.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return filter;
    }

    private static ServletInputStream stream(String body) {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
