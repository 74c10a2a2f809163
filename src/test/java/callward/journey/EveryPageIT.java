package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.WebPages;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every page there is, in a real browser: it answers, under a strict policy, complains of nothing, fits a narrow screen and bars nobody,
 * light and dark. A page that is added is found by itself; one that needs a parameter is named in {@link ConsolePages}. With
 * {@code -Dcallward.screenshots=true} it leaves pictures in {@code target/screenshots}.
 */
@Tag("pages")
class EveryPageIT {

    private static final Path PICTURES = Path.of("target/screenshots");
    private static final boolean PICTURES_WANTED = Boolean.getBoolean("callward.screenshots");
    private static final Set<String> OUTSIDE = Set.of("sign-in", "set-up", "welcome");
    private static final String SCRIPTS_OF_OURS_ONLY = "(?s).*script-src 'self' 'nonce-[^']+'(?: 'strict-dynamic')?\\s*(?:[;,\n].*)?";

    /** Rules whose outcome another theme, or another width, can change: the others are asked once. */
    private static final List<String> SHAPED_BY_COLOUR = List.of("color-contrast", "link-in-text-block");
    private static final List<String> SHAPED_BY_WIDTH = List.of("aria-hidden-focus", "button-name", "link-name", "label", "scrollable-region-focusable",
            "target-size");

    private static DeskServer desk;
    private static Browser browser;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() {
        desk = new DeskServer("pages").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        new BusyDay(desk).happens();
        browser = new Browser(desk.url());
    }

    @AfterAll
    static void stop() {
        browser.close();
        desk.close();
    }

    @Test
    void every_page_answers_fits_and_bars_nobody() {
        Page inside = browser.signIn("admin", desk.password());
        Page outside = browser.stranger();
        List<ConsolePages.Address> addresses = ConsolePages.addresses(new DeskApi(desk));
        assertFalse(addresses.isEmpty());
        addresses.forEach(address -> look(OUTSIDE.contains(address.page()) ? outside : inside, address));
        faults.addAll(browser.complaints());
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void text_travels_compressed_and_what_has_a_version_is_kept_for_a_year() {
        HttpResponse<String> page = desk.get("/sign-in");
        List<String> resources = Pattern.compile("(?:href|src)=\"(/jakarta[.]faces[.]resource/[^\"]*)\"").matcher(page.body()).results()
                .map(found -> found.group(1).replace("&amp;", "&")).toList();
        assertFalse(resources.isEmpty());
        for (String resource : resources) {
            HttpResponse<String> answer = desk.get(resource, "Accept-Encoding", "gzip");
            assertTrue(resource.contains("v=") && answer.headers().firstValue("Cache-Control").orElse("").contains("max-age=31536000"), () -> resource + " " + answer.headers().map());
            assertEquals(desk.get(resource).body().length() >= 1024, "gzip".equals(answer.headers().firstValue("Content-Encoding").orElse("")), resource);
        }
        for (String path : List.of("/sign-in", "/api/v1/openapi.json")) {
            assertEquals("gzip", desk.get(path, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding").orElse("none"), path);
        }
    }

    private void look(Page page, ConsolePages.Address address) {
        wear(page, ColorScheme.LIGHT);
        page.setViewportSize(1280, 900);
        Response answer = page.navigate(desk.url() + address.path());
        String where = URI.create(page.url()).getPath();
        expect(address, answer.status() == 200, "answers " + answer.status());
        expect(address, where.equals(WebPages.path(address.page())) || address.page().equals("index"), "leads to " + where);
        expect(address, answer.headerValues("content-security-policy").stream().anyMatch(policy -> policy.matches(SCRIPTS_OF_OURS_ONLY)), "has no strict policy");
        expect(address, !answer.text().contains("jsessionid"), "has a session's id in an address");
        expect(address, page.locator("h1").count() == 1, page.locator("h1").count() + " h1");
        expect(address, page.title().matches("\\S.* – Callward"), "is titled " + page.title());
        fits(page, address, ColorScheme.LIGHT);
        bars(page, address, "on a telephone", SHAPED_BY_WIDTH);
        page.setViewportSize(1280, 900);
        bars(page, address, "light", List.of());
        wear(page, ColorScheme.DARK);
        bars(page, address, "dark", SHAPED_BY_COLOUR);
        if (PICTURES_WANTED) {
            fits(page, address, ColorScheme.DARK);
        }
    }

    private void fits(Page page, ConsolePages.Address address, ColorScheme theme) {
        for (int width : List.of(1280, 375, 320)) {
            page.setViewportSize(width, 900);
            int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            expect(address, wide <= width, "is " + wide + " wide at " + width);
            if (PICTURES_WANTED && width > 320) {
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(address, theme, width)));
            }
        }
    }

    private static void wear(Page page, ColorScheme theme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE));
    }

    /** @param rules all when empty */
    private void bars(Page page, ConsolePages.Address address, String how, List<String> rules) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(Axe.SOURCE);
        }
        @SuppressWarnings("unchecked")
        List<String> barriers = (List<String>) page.evaluate("""
                async rules => (await axe.run(document, {resultTypes: ['violations'], ...(rules.length ? {runOnly: {type: 'rule', values: rules}} : {})}))
                  .violations.map(v => v.id + ' at ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(' | '))""", rules);
        barriers.forEach(barrier -> expect(address, false, how + ": " + barrier));
    }

    private void expect(ConsolePages.Address address, boolean good, String fault) {
        if (!good) {
            faults.add(address.path() + " " + fault);
        }
    }

    private static Path picture(ConsolePages.Address address, ColorScheme theme, int width) {
        String name = address.page().replace('/', '-') + (address.path().contains("?") ? "-one" : "");
        return PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png");
    }

    /** The rules, read once. */
    private static final class Axe {

        static final String SOURCE = read();

        private static String read() {
            try (InputStream in = EveryPageIT.class.getResourceAsStream("/axe.min.js")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
