package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A new colleague, from the administrator's first click to what the audit log says of him. */
class PeopleJourneyIT {

    private static DeskServer desk;

    @BeforeAll
    static void start() {
        desk = new DeskServer("people").start();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void a_colleague_is_invited_works_and_is_signed_out_and_the_audit_log_has_it_all() {
        try (Browser browser = new Browser(desk.url())) {
            Page admin = browser.signIn("admin", desk.password());
            admin.navigate(desk.url() + "/accounts/account");
            admin.fill("[id='account:name']", "Kim <b>Lee</b>");
            admin.fill("[id='account:username']", "kim");
            admin.check("[id='account:answers']");
            admin.fill("[id='account:phone']", "+1 555 010 0333");
            admin.click("[id='account:save']");
            String link = admin.inputValue("#link");
            assertTrue(link.startsWith(desk.url() + "/welcome?token="), link);
            admin.reload();
            assertThat(admin.locator("#link")).hasCount(0);
            assertThat(admin.locator(".people-side .cw-parts")).containsText("+15550100333");

            Page kim = browser.stranger();
            kim.navigate(link);
            choose(kim, "password123");
            assertThat(kim.locator("[id='welcome:password-problem']")).containsText("one of the first that anybody tries");
            choose(kim, "a small green door");
            kim.waitForURL(Pattern.compile("/desk/?$"));
            assertThat(kim.locator(".cw-me b")).hasText("Kim <b>Lee</b>");

            kim.navigate(desk.url() + "/account/tokens");
            kim.fill("[id='token:name']", "Kim’s script");
            kim.click("[id='token:make']");
            String token = kim.inputValue("#secret");
            assertEquals("{\"by\":\"token:Kim’s script\",\"role\":\"AGENT\"}", desk.get("/api/v1/me", "Authorization", "Bearer " + token).body());
            kim.reload();
            assertThat(kim.locator("#secret")).hasCount(0);
            assertThat(kim.locator("[id=list] td[data-label='Last used'] time")).hasCount(1);

            kim.navigate(desk.url() + "/desk/");
            admin.navigate(desk.url() + "/accounts/sessions?username=kim");
            admin.click("[id='sessions'] button:has-text('End')");
            assertThat(admin.locator(".ui-growl-item")).containsText("The session is ended.");
            kim.navigate(desk.url() + "/calls/");
            assertThat(kim).hasURL(Pattern.compile("/sign-in\\?from="));

            admin.navigate(desk.url() + "/audit/?subject=kim");
            for (String done : new String[] {"Created", "Link made", "Signed in", "Sessions ended"}) {
                assertThat(admin.locator(".cw-badge:text-is('" + done + "')").first()).isVisible();
            }
            admin.click("[id='chain:check']");
            assertThat(admin.locator(".cw-note")).containsText("unbroken");
        }
    }

    private static void choose(Page page, String password) {
        page.fill("[id='welcome:password']", password);
        page.fill("[id='welcome:again']", password);
        page.click("[id='welcome:enter']");
    }
}
