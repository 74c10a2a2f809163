package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.house.Covers;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console, as somebody at a browser lives it. */
class ConsoleJourneyIT {

    private static DeskServer desk;

    private Browser browser;
    private Page page;

    @BeforeAll
    static void start() {
        desk = SharedDesk.get();
    }

    @BeforeEach
    void signIn() {
        browser = new Browser(desk.url());
        page = browser.signIn("admin", desk.password());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void what_was_typed_survives_an_expired_session() {
        page.navigate(desk.url() + "/customers/customer?id=1");
        page.fill("[id='customer:note']", "prefers mornings");
        page.context().clearCookies();
        page.click("[id='customer:save']");
        assertThat(page).hasURL(Pattern.compile("/sign-in\\?from="));

        page.fill("input[name$=username]", "admin");
        page.fill("input[type=password]", desk.password());
        page.click("button[type=submit]");

        assertThat(page.locator("[id='customer:note']")).hasValue("prefers mornings");
        page.click("[id='customer:save']");
        assertThat(page.locator(".ui-growl-item")).containsText("John Doe is saved.");
        assertThat(page.locator("[id='customer:note']")).hasValue("prefers mornings");
    }

    @Test
    void a_field_that_is_wrong_says_so_beside_it_and_to_screen_readers() {
        page.navigate(desk.url() + "/customers/customer");
        page.fill("[id='customer:name']", "<script>alert(1)</script>");
        page.fill("[id='customer:numbers']", "12");
        page.fill("[id='customer:url']", "https://ok.example");
        page.click("[id='customer:save']");

        assertThat(page.locator("[id='customer:numbers']")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("[id='customer:numbers-problem']")).containsText("is not a phone number");
        assertThat(page.locator("[id='customer:name']")).hasValue("<script>alert(1)</script>");
    }

    @Test
    @Covers("S0.08")
    void a_destination_is_added_moved_and_taken_away() {
        page.navigate(desk.url() + "/destinations/destination");
        page.fill("[id='destination:label']", "Night watch");
        page.fill("[id='destination:address']", "sip:watch@pbx.example.com");
        page.click("[id='destination:save']");
        assertThat(page.locator(".cw-row")).hasText(new String[] {"Tom, desk phone", "Ann, desk phone", "Bo, desk phone", "Night watch"});

        page.click("button[aria-label='Move up: Night watch']");
        assertThat(page.locator(".cw-row")).hasText(new String[] {"Tom, desk phone", "Ann, desk phone", "Night watch", "Bo, desk phone"});

        page.click(".cw-row:has-text('Night watch')");
        Browser.deletesForSure(page, "[id='destination:delete']");
        assertThat(page.locator(".cw-row")).hasText(new String[] {"Tom, desk phone", "Ann, desk phone", "Bo, desk phone"});
    }

    @Test
    void a_sheet_with_a_wrong_line_names_it_and_a_right_one_is_taken_in() {
        page.navigate(desk.url() + "/customers/import");
        upload("name,numbers\nGood One,+15550107001\nBad One,12\n");
        assertThat(page.locator("[role=alert] tbody").first()).containsText("“12” is not a phone number");

        upload("name,numbers\nGood One,+15550107001\n");
        assertThat(page.locator(".ui-growl-item")).containsText("Taken in: 1 new, 0 changed.");
        page.fill("input[name=q]", "7001");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("[?]q=7001$"));
        assertThat(page.locator(".cw-row")).hasText(new String[] {"Good One"});
    }

    @Test
    void the_language_is_switched_where_one_is_and_stays() {
        page.navigate(desk.url() + "/tickets/?state=OPEN");
        page.click("form[id^=language] button");
        assertThat(page).hasURL(Pattern.compile("/tickets/\\?state=OPEN$"));
        assertThat(page.locator("html")).hasAttribute("lang", "es");
        page.navigate(desk.url() + "/customers/");
        assertThat(page.locator("h1")).hasText("Clientes");

        page.click("form[id^=language] button");
        assertThat(page.locator("h1")).hasText("Customers");
    }

    @Test
    @Covers("S0.16")
    void the_status_page_says_which_part_is_online_and_what_to_do_about_one_that_is_not() {
        StatusPage.isLookedAtUntilOnline(page, desk.url(), List.of("carrier", "database", "url"));
        assertThat(page.locator("[data-part=mail] .cw-badge")).hasText("Not online");
        assertThat(page.locator("[data-part=mail]")).containsText("Set one on the settings page");
    }

    @Test
    @Covers("S0.18")
    void the_settings_page_shows_where_each_value_comes_from_and_no_secret() {
        page.navigate(desk.url() + "/settings/");

        assertThat(page.locator(".set-row:has-text('CALLWARD_DEMO_PASSWORD')")).containsText("••••••••");
        assertFalse(page.content().contains(desk.password()));
        assertThat(page.locator(".set-row:has-text('CALLWARD_SOUND_MAX_SECONDS') .cw-badge")).hasText("Default");
        assertThat(page.locator(".set-row:has-text('CALLWARD_HTTP_PORT') .cw-badge")).hasText("Environment");
    }

    @Test
    void the_palette_leads_to_a_customer_by_keyboard_alone_and_gives_the_focus_back() {
        page.navigate(desk.url() + "/tickets/");
        page.focus(".cw-find");
        page.keyboard().press("Control+k");
        assertThat(page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search, or go to a page"))).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(".cw-find")).isFocused();

        page.keyboard().press("Enter");
        page.keyboard().type("doe");
        assertThat(page.locator("[role=option][aria-selected=true]")).containsText("John Doe");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/customers/customer\\?id=\\d+$"));
    }

    @Test
    void the_reference_of_the_api_is_searched_and_each_operation_has_an_address() {
        page.navigate(desk.url() + "/reference/#customers.list");
        assertThat(page.locator("[id='customers.list']")).hasAttribute("open", "");
        assertThat(page.locator("[id='customers.list'] pre").first()).containsText("/api/v1/customers");
        page.fill("#ref-search", "post tickets");
        assertThat(page.locator(".ref-one:visible")).hasCount(0);
        page.fill("#ref-search", "put tickets");
        assertThat(page.locator(".ref-one:visible")).hasCount(1);
    }

    @Test
    void an_agent_sees_only_the_pages_he_may_enter() {
        Page toms = browser.signIn("tom", desk.password());

        assertThat(toms.locator(".cw-nav a[href='/customers/']")).isVisible();
        assertThat(toms.locator(".cw-nav a[href='/settings/']")).hasCount(0);
        assertEquals(403, toms.navigate(desk.url() + "/settings/").status());
        assertThat(toms.locator("h1")).hasText("This page is not open to you");
    }

    @Test
    void a_desk_has_one_wire_whatever_becomes_of_the_page() {
        assertThat(page.locator("#desk-wire")).hasText("Live");
        List<WebSocket> wires = new ArrayList<>();
        page.onWebSocket(wires::add);
        page.evaluate("for (const event of ['online', 'pageshow']) dispatchEvent(new Event(event)); document.dispatchEvent(new Event('visibilitychange'))");
        page.navigate(desk.url() + "/desk/");
        assertThat(page.locator("#desk-wire")).hasText("Live");
        assertEquals(1, wires.size());
    }

    @Test
    void a_part_of_a_page_is_no_page() {
        assertEquals(404, page.navigate(desk.url() + "/scripts/steps/ask").status());
    }

    @Test
    void a_page_that_is_not_there_says_so_without_a_stack_trace() {
        assertEquals(404, page.navigate(desk.url() + "/customers/customer?id=999999").status());
        assertThat(page.locator("h1")).hasText("There is nothing here");
        assertFalse(page.innerText("body").contains("Exception"));
        assertFalse(page.content().contains("\tat "));
    }

    private void upload(String csv) {
        page.setInputFiles("[id='import:file']", new FilePayload("people.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.click("[id='import:take']");
    }
}
