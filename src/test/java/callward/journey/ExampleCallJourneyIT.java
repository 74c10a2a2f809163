package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newcomer does after {@code ./run}: dials the demo line on the on-screen telephone and lives through the example call. */
@Covers({"S0.03", "S0.07", "S0.10", "S0.11", "S0.14", "S0.16", "S0.21", "B01", "S1.01"})
class ExampleCallJourneyIT {

    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions().setTimeout(40_000);
    private static final LocatorAssertions.IsVisibleOptions RINGING = new LocatorAssertions.IsVisibleOptions().setTimeout(40_000);

    private final GreenMail mail = new GreenMail(new ServerSetup(DeskServer.freePort(), "127.0.0.1", "smtp"));
    private final DeskServer desk = new DeskServer("example").asShipped();
    private Browser browser;

    @BeforeEach
    void start() {
        mail.start();
        desk.with("CALLWARD_SMTP_HOST", "127.0.0.1").with("CALLWARD_SMTP_PORT", "" + mail.getSmtp().getPort()).with("CALLWARD_SMTP_TLS", "none")
                .with("CALLWARD_SMTP_FROM", "desk@widgets.example").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).start();
        new DeskApi(desk).telephonesRingPatiently();
        browser = new Browser(desk.url());
    }

    @AfterEach
    void stop() {
        browser.close();
        desk.close();
        mail.stop();
    }

    @Test
    void the_example_call_is_lived_through_in_the_browser() throws Exception {
        Page tom = browser.signIn("tom", desk.password());
        assertThat(tom.locator("#desk-wire")).hasText("Live");
        noteWhenItAppears(tom, "#desk-pops .desk-pop");
        Page caller = browser.signIn("admin", desk.password());
        caller.navigate(desk.url() + "/simulator/");

        dial(caller, "+15550101234");
        hears(caller, "press 1");
        presses(caller, "1");
        hears(caller, "ticket number");
        noteWhenItAppears(caller, ".sim-phone[data-state=ringing]");
        presses(caller, "1234#");
        hears(caller, "Hello John Doe");
        hears(caller, "1 2 3 4");

        theTicketIsOnTomsScreenBeforeHisTelephoneRings(tom, caller);
        List.of("+15550100201", "+15550100202", "+15550100203").forEach(number -> declines(caller, number));
        try (Breath breath = new Breath(desk, (String) caller.evaluate("sessionStorage.getItem('callward.sim.call')"))) {
            hears(caller, "leave a message");
            assertThat(caller.locator("#sim-caller")).containsText("beep", SOON);
            caller.fill("#sim-caller .sim-say input", "Please call me back, my widget squeaks");
            caller.click("#sim-caller .sim-say button[type=submit]");
            presses(caller, "#");
            hears(caller, "We will call you back");
        }

        assertTrue(mail.waitForIncomingEmail(90_000, 1), "no mail came");
        Mails.assertPlayable(mail.getReceivedMessages()[0]);
        theMessageIsOnTheVoicemailPage(tom);
        theCallIsInTheLog(caller);
        aCallerWithoutTicketPopsUpAsCustomer(tom, caller);
        everyPartIsOnline(caller);
        assertEquals(List.of(), browser.complaints());
    }

    private void theTicketIsOnTomsScreenBeforeHisTelephoneRings(Page tom, Page caller) {
        Locator pop = tom.locator("#desk-pops .desk-pop").first();
        assertThat(pop).containsText("John Doe", SOON);
        assertThat(pop).containsText("1234");
        assertThat(caller.locator(".sim-phone[data-state=ringing]").first()).isVisible(RINGING);
        double popped = ((Number) tom.evaluate("window.appeared")).doubleValue();
        double rang = ((Number) caller.evaluate("window.appeared")).doubleValue();
        assertTrue(popped < rang, "the pop-up came " + (popped - rang) + " ms after the telephone rang");
        pop.locator("a", new Locator.LocatorOptions().setHasText("Open ticket")).click();
        tom.waitForURL("**/tickets/ticket?number=1234");
        assertThat(tom.locator("main")).containsText("The blue widget squeaks");
    }

    private void theMessageIsOnTheVoicemailPage(Page tom) {
        tom.navigate(desk.url() + "/voicemail/");
        tom.locator("main a", new Page.LocatorOptions().setHasText("John Doe")).first().click();
        Locator player = tom.locator("audio").first();
        tom.locator(".cw-player-go").first().click();
        tom.waitForCondition(() -> ((Number) player.evaluate("a => a.duration || 0")).doubleValue() > 1);
    }

    private void theCallIsInTheLog(Page admin) {
        admin.navigate(desk.url() + "/calls/");
        admin.locator("main a", new Page.LocatorOptions().setHasText("John Doe")).first().click();
        assertThat(admin.locator("main")).containsText("/twilio/voice");
        assertThat(admin.locator("main")).containsText("/twilio/recorded/6");
        assertThat(admin.locator("main")).containsText("Tom, desk phone");
        admin.locator("main a[href*='/voicemail/message?id=']").first().click();
        admin.waitForURL(Pattern.compile("/voicemail/message\\?id=\\d+$"));
    }

    private void aCallerWithoutTicketPopsUpAsCustomer(Page tom, Page caller) {
        tom.navigate(desk.url() + "/desk/");
        caller.navigate(desk.url() + "/simulator/");
        dial(caller, "+15550101234");
        hears(caller, "press 1");
        presses(caller, "2");
        hears(caller, "Hello John Doe");
        Locator pop = tom.locator("#desk-pops .desk-pop").first();
        assertThat(pop.locator("a", new Locator.LocatorOptions().setHasText("Open customer"))).isVisible(RINGING);
        assertThat(pop.locator("a").first()).hasAttribute("href", Pattern.compile("/customers/customer\\?id=\\d+"));
        caller.locator("#sim-caller [data-do=hang-up]").click();
    }

    private void everyPartIsOnline(Page admin) {
        StatusPage.isLookedAtUntilOnline(admin, desk.url(), List.of("push", "database", "mail", "carrier", "url"));
    }

    private static void dial(Page caller, String from) {
        assertThat(caller.locator("#sim-call")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(40_000));
        caller.fill("#sim-from", from);
        caller.click("#sim-call");
    }

    private static void hears(Page caller, String words) {
        assertThat(caller.locator("#sim-caller")).containsText(words, SOON);
    }

    private static void presses(Page caller, String keys) {
        keys.chars().forEach(key -> caller.click("#sim-caller [data-key='" + (char) key + "']"));
    }

    private static void declines(Page town, String number) {
        Locator phone = town.locator(".sim-phone[data-state=ringing][data-number='" + number + "']");
        assertThat(phone).isVisible(RINGING);
        phone.locator("[data-does=DECLINES]").click();
    }

    /** Writes down, on the page's own clock, when the first such element is there. */
    private static void noteWhenItAppears(Page page, String selector) {
        page.evaluate("""
                selector => {
                  const look = () => {
                    if (!window.appeared && document.querySelector(selector)) window.appeared = performance.timeOrigin + performance.now();
                  };
                  new MutationObserver(look).observe(document.body, {attributes: true, childList: true, subtree: true});
                  look();
                }""", selector);
    }
}
