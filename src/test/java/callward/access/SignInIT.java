package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.BuiltWar;
import callward.house.Covers;
import callward.settings.PublicUrl;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: who gets in, and where to. */
@ExtendWith(ArquillianExtension.class)
class SignInIT {

    private Surfer surfer;

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(SignInIT.class, Surfer.class, Inside.class, Covers.class);
    }

    @BeforeEach
    void somebody_opens_a_browser() throws Exception {
        surfer = stranger();
        Inside.account("it-agent", Role.AGENT);
        sql("delete from callward.sign_in_failure");
    }

    @Test
    void a_stranger_is_led_to_sign_in_and_back() throws Exception {
        HttpResponse<String> refused = surfer.get("/calls/?text=John+Doe");
        assertEquals(302, refused.statusCode());
        assertTrue(location(refused).endsWith("/sign-in?from=%2Fcalls%2F%3Ftext%3DJohn%2BDoe"), location(refused));

        HttpResponse<String> in = surfer.signIn("IT-Agent", Surfer.PASSWORD, "/calls/?text=John+Doe");
        assertEquals(302, in.statusCode());
        assertTrue(location(in).endsWith("/calls/?text=John+Doe"), location(in));
        assertEquals(200, surfer.get("/calls/").statusCode());
    }

    @Test
    void nobody_is_led_to_another_site() throws Exception {
        HttpResponse<String> in = surfer.signIn("it-agent", Surfer.PASSWORD, "//evil.example/calls");
        assertTrue(location(in).endsWith("/") && !location(in).contains("evil"), location(in));
    }

    @Test
    @Covers("S0.15")
    void a_session_that_somebody_planted_is_worth_nothing() throws Exception {
        surfer.get("/sign-in");
        String planted = surfer.session();
        surfer.signIn("it-agent", Surfer.PASSWORD, "/");
        assertNotEquals(planted, surfer.session());

        Surfer attacker = stranger();
        attacker.plant(planted);
        assertEquals(302, attacker.get("/calls/").statusCode());
    }

    @Test
    void an_agent_does_not_enter_the_administrators_rooms() throws Exception {
        surfer.signIn("it-agent", Surfer.PASSWORD, "/");
        assertEquals(403, surfer.get("/settings/").statusCode());
    }

    @Test
    void who_is_shut_out_is_out_at_once() throws Exception {
        Inside.account("it-former", Role.AGENT);
        sql("update callward.account set active = true where username = 'it-former'");
        surfer.signIn("it-former", Surfer.PASSWORD, "/");
        assertEquals(200, surfer.get("/calls/").statusCode());
        sql("update callward.account set active = false where username = 'it-former'");
        assertEquals(302, surfer.get("/calls/").statusCode());
    }

    @Test
    void after_ten_wrong_passwords_the_right_one_does_not_help_for_a_while() throws Exception {
        for (int n = 0; n < 10; n++) {
            assertEquals(200, stranger().signIn("it-agent", "wrong", "/").statusCode());
        }
        assertEquals(200, surfer.signIn("it-agent", Surfer.PASSWORD, "/").statusCode());
        assertEquals(302, surfer.get("/calls/").statusCode());
    }

    @Test
    void a_hundred_tries_at_the_same_moment_are_no_more_than_ten() throws Exception {
        SignInTries tries = Inside.bean(SignInTries.class);
        String username = UUID.randomUUID().toString();
        Callable<Boolean> attempt = () -> tries.mayTry(username, "192.0.2.1");
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> outcomes = threads.invokeAll(Stream.generate(() -> attempt).limit(100).toList());
            assertEquals(10, outcomes.stream().filter(SignInIT::went).count());
        }
    }

    @Test
    void somebody_elses_wrong_passwords_keep_nobody_out() throws Exception {
        SignInTries tries = Inside.bean(SignInTries.class);
        Stream.generate(() -> tries.mayTry("it-agent", "192.0.2.2")).limit(20).toList();
        assertEquals(302, surfer.signIn("it-agent", Surfer.PASSWORD, "/").statusCode());
    }

    @Test
    void every_page_says_what_browsers_may_not_do_with_it() throws Exception {
        HttpResponse<String> page = surfer.get("/sign-in");
        assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElse(""));
        assertTrue(page.headers().allValues("Content-Security-Policy").stream().anyMatch(policy -> policy.contains("script-src 'self' 'nonce-")));
        assertTrue(page.headers().allValues("Content-Security-Policy").stream().anyMatch(policy -> policy.contains("frame-ancestors 'none'")));
        assertTrue(page.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.toLowerCase(Locale.ROOT))
                .allMatch(cookie -> cookie.contains("httponly") && cookie.contains("samesite=lax")));
    }

    private static Surfer stranger() throws Exception {
        return new Surfer(Inside.bean(PublicUrl.class).local());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("-");
    }

    private static boolean went(Future<Boolean> attempt) {
        try {
            return attempt.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void sql(String sql) throws Exception {
        DataSource database = InitialContext.doLookup("java:comp/DefaultDataSource");
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
