package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.GivenSettings;
import callward.house.Wired;
import callward.settings.PublicUrl;
import callward.settings.Setting;
import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the console says of TLS counts for the session's cookie at the next page, without a restart. */
class SecureSessionTest {

    private final GivenSettings settings = new GivenSettings();
    private final SecureSession filter = Wired.with(Wired.with(settings).bean(PublicUrl.class)).bean(SecureSession.class);
    private boolean secureSinceTheStart;
    private boolean alive = true;

    @Test
    void the_cookie_is_given_anew_once_people_reach_us_by_tls() throws Exception {
        assertEquals(List.of(), given("GET", "/desk/"));
        settings.with(Setting.PUBLIC_URL, "https://desk.example.com");
        Cookie cookie = given("GET", "/desk/").getFirst();
        assertEquals("callward=id.node1", cookie.getName() + "=" + cookie.getValue());
        assertTrue(cookie.getSecure());
        assertTrue(cookie.isHttpOnly());
        assertEquals("/", cookie.getPath());
        assertEquals("Lax", cookie.getAttribute("SameSite"));
    }

    @Test
    void not_where_the_server_does_it_itself_nor_where_a_session_begins_or_ends() throws Exception {
        settings.with(Setting.PUBLIC_URL, "https://desk.example.com");
        assertEquals(List.of(), given("POST", "/desk/"));
        assertEquals(List.of(), given("GET", "/sign-in/oidc/callback"));
        assertEquals(List.of(), given("GET", "/api/v1/me"));
        alive = false;
        assertEquals(List.of(), given("GET", "/desk/"));
        alive = true;
        secureSinceTheStart = true;
        assertEquals(List.of(), given("GET", "/desk/"));
    }

    private List<Cookie> given(String method, String path) throws Exception {
        List<Cookie> given = new ArrayList<>();
        SessionCookieConfig usual = says(SessionCookieConfig.class, Map.of("isSecure", secureSinceTheStart, "getName", "callward"));
        ServletContext application = says(ServletContext.class, Map.of("getSessionCookieConfig", usual));
        HttpServletRequest request = says(HttpServletRequest.class, Map.of("getServletContext", application, "getMethod", method, "getServletPath", path,
                "isRequestedSessionIdValid", alive, "getCookies", new Cookie[] {new Cookie("callward-language", "es"), new Cookie("callward", "id.node1")}));
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class},
                (proxy, asked, values) -> {
                    assertEquals("addCookie", asked.getName());
                    given.add((Cookie) values[0]);
                    return null;
                });
        boolean[] passed = {false};
        filter.doFilter(request, response, (sent, answered) -> passed[0] = true);
        assertTrue(passed[0]);
        return given;
    }

    private static <T> T says(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, asked, values) -> answers.get(asked.getName())));
    }
}
