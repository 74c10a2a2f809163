package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real browser, in which several people sign in side by side, and whose microphone hears a beep a second. What a page complains about
 * in its console fails the test.
 */
final class Browser implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    static {
        // a busy machine's patience: what is waited for comes at once or never
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(chromium()).setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--no-first-run", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")));
    private final List<String> complaints = new ArrayList<>();
    private final String origin;

    Browser(String origin) {
        this.origin = origin;
    }

    /** Somebody's own window, signed in. */
    Page signIn(String username, String password) {
        return signIn(window(username, true), username, password);
    }

    /** The same, where pages have to do without script. */
    Page withoutScript(String username, String password) {
        return signIn(window(username, false), username, password);
    }

    private Page signIn(Page page, String username, String password) {
        page.navigate(origin + "/");
        page.fill("input[name$=username]", username);
        page.fill("input[type=password]", password);
        page.click("button[type=submit]");
        page.waitForURL(Pattern.compile("/desk/?$"));
        return page;
    }

    /** A window in which nobody has signed in. */
    Page stranger() {
        return window("stranger", true);
    }

    private Page window(String whose, boolean script) {
        BrowserContext window = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-US").setViewportSize(1280, 900)
                .setJavaScriptEnabled(script));
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(whose + " at " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(whose + " at " + page.url() + ": " + error));
        return page;
    }

    /**
     * Deletes with a button that asks first, and sees that it does. Its question goes away after seconds that a busy machine may miss between two clicks:
     * the page clicks twice in one go.
     */
    static void deletesForSure(Page page, String button) {
        assertEquals("Really delete?, nothing sent", page.locator(button).evaluate("""
                button => {
                    let sent = 'nothing';
                    button.form.addEventListener('submit', () => { sent = 'the form'; });
                    button.click();
                    const asked = `${button.innerText.trim()}, ${sent} sent`;
                    button.click();
                    return asked;
                }"""));
    }

    /** As a header carries them; that of the session is Secure, and plain HTTP clients would not send it. */
    String cookies(Page page) {
        return page.context().cookies().stream().map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path chromium() {
        return Stream.concat(Stream.ofNullable(System.getProperty("callward.chromium")), USUAL_PLACES.stream()).filter(place -> !place.isBlank())
                .map(Path::of).filter(Files::isExecutable).findFirst().orElseThrow(() -> new AssertionError("no Chromium was found"));
    }
}
