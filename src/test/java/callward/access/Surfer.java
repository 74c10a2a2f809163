package callward.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser of his own: keeps cookies, follows nothing by himself, fills in the sign-in page. */
public final class Surfer {

    public static final String PASSWORD = "correct horse 1";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
    private final String origin;

    public Surfer(String origin) {
        this.origin = origin;
    }

    public HttpClient http() {
        return http;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    public HttpResponse<String> signIn(String username, String password, String from) throws IOException, InterruptedException {
        HttpResponse<String> page = get("/sign-in?from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
        return submit(page.body(), "door", Map.of("username", username, "password", password, "enter", ""));
    }

    /** @param fields by the end of their names */
    public HttpResponse<String> submit(String page, String form, Map<String, String> fields) throws IOException, InterruptedException {
        String shown = found(page, "(<form id=\"" + form + "\".*?</form>)");
        String body = "jakarta.faces.ViewState=" + encoded(found(shown, "name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\""))
                + "&primefaces.nonce=" + encoded(found(page, "nonce=\"([^\"]+)\"")) + "&" + form + "=" + form + "&"
                + fields.entrySet().stream().map(field -> encoded(found(shown, "name=\"([^\"]*" + field.getKey() + ")\"")) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(request(found(shown, "action=\"([^\"]*)\"").replace("&amp;", "&"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("callward")).map(HttpCookie::getValue)
                .findFirst().orElse(null);
    }

    public void plant(String session) {
        HttpCookie cookie = new HttpCookie("callward", session);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(origin), cookie);
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
