package callward.journey;

import static callward.simulator.Town.from;
import static callward.simulator.Town.to;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import callward.simulator.Caller;
import callward.simulator.Telephone;
import callward.simulator.Town;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody sets a company of his own up: from an empty installation to his first call, and on to a carrier. */
@Covers({"S0.18", "S0.16", "S4.13", "S4.05", "S0.21"})
class SetUpJourneyIT {

    private static final LocatorAssertions.ContainsTextOptions SOON = new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    private static final LocatorAssertions.IsVisibleOptions SEEN_SOON = new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);
    private static final String PASSWORD = "canary-password-of-the-baker";
    private static final String MAIL_PASSWORD = "canary-password-for-mail";
    private static final String SHOP = "+15550300100";
    private static final String KITCHEN = "+15550300200";

    private final Town town = Town.inRealTime().waitsAtMost(Duration.ofSeconds(40));
    private final GreenMail mail = new GreenMail(new ServerSetup(DeskServer.freePort(), "127.0.0.1", "smtp"));
    private final DeskServer desk = new DeskServer("set-up").with("CALLWARD_DEMO", "false");
    private Browser browser;
    private Page page;

    @BeforeEach
    void start() {
        mail.start();
        town.isTrialAccount();
        town.number(SHOP, "https://old.example.com/voice");
        town.number(KITCHEN, Map.of("VoiceUrl", "https://old.example.com/voice", "TrunkSid", "TK00000000000000000000000000000001"));
        desk.start();
        browser = new Browser(desk.url());
        page = browser.stranger();
    }

    @AfterEach
    void stop() {
        browser.close();
        desk.close();
        mail.stop();
        town.close();
    }

    @Test
    void a_company_is_set_up_by_somebody_who_has_read_nothing() throws Exception {
        theLinkOfTheLogMakesTheFirstAdministrator();
        theCompanyGetsItsName();
        aFirstCallIsMadeWithoutACarrier();
        heComesBackToWhereHeWas();
        theCarrierIsAskedBeforeItsAccountIsKept();
        linesAreTakenOverFromTheAccount();
        aCallerReachesOneOfThem();
        whatWasChangedAtTheCarrierIsSeenAndRepaired();
        theApiFollowsTheSameRules();
        mailGoesOut();
        nothingIsLeftOpenButHttps();
        noSecretIsWhereItDoesNotBelong();
        assertEquals(List.of(), browser.complaints());
    }

    private void theLinkOfTheLogMakesTheFirstAdministrator() {
        Matcher link = Pattern.compile("set-up-link=(\\S+?/set-up\\?token=[\\w-]+)").matcher(desk.log());
        assertTrue(link.find(), "no link in the log");
        page.navigate(link.group(1));
        page.fill("[id='first:name']", "Bea Baker");
        page.fill("[id='first:username']", "bea");
        page.fill("[id='first:password']", PASSWORD);
        page.fill("[id='first:again']", PASSWORD);
        page.click("[id='first:create']");
        page.waitForURL("**/set-up/company");

        Page somebodyElse = browser.stranger();
        somebodyElse.navigate(link.group(1));
        assertThat(somebodyElse.locator("main")).containsText("This link no longer works");
    }

    private void theCompanyGetsItsName() {
        page.fill("[id='company:time-zone']", "Madrid");
        page.click("[id='company:on']");
        assertThat(page.locator("[id='company:time-zone-problem']")).containsText("Europe/Madrid");
        page.fill("[id='company:time-zone']", "Europe/Madrid");
        page.fill("[id='company:company']", "Bea’s Bakery");
        page.selectOption("[id='company:country']", "US");
        page.click("[id='company:on']");
        page.waitForURL("**/set-up/calls");
    }

    private void aFirstCallIsMadeWithoutACarrier() {
        page.selectOption("[id='try-now:template']", "ring");
        page.click("[id='try-now:go']");
        page.waitForURL(Pattern.compile("/simulator/\\?to=%2B1\\d{10}$"));
        assertThat(page.locator("#sim-call")).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(30_000));
        page.fill("#sim-from", "+15550101234");
        page.click("#sim-call");
        assertThat(page.locator("#sim-caller")).containsText("Bea’s Bakery", SOON);
        assertThat(page.locator("#sim-phones")).containsText("Bea Baker", SOON);
        page.locator("#sim-phones [data-does=ANSWERS]:visible").first().click();
        Locator hangUp = page.locator("#sim-caller [data-do=hang-up]");
        assertThat(hangUp).isVisible(SEEN_SOON);
        hangUp.click();
    }

    private void heComesBackToWhereHeWas() {
        page.navigate(desk.url() + "/");
        page.waitForURL("**/set-up/company");
        assertThat(page.locator("[id='company:company']")).hasValue("Bea’s Bakery");
        assertThat(page.locator(".up-steps li[data-done=true]")).hasCount(3);
        page.navigate(desk.url() + "/status/");
        assertThat(page.locator("main")).containsText("3 things are still to be set up.");
    }

    private void theCarrierIsAskedBeforeItsAccountIsKept() {
        page.navigate(desk.url() + "/set-up/carrier");
        page.click(".up-more summary");
        page.fill("[id='carrier:twilio-account-sid']", town.accountSid());
        page.fill("[id='carrier:twilio-auth-token']", "0".repeat(32));
        page.fill("[id='carrier:twilio-api-url']", "carrier.example");
        page.click("[id='carrier:check']");
        assertThat(page.locator("[id='carrier:twilio-api-url-problem']")).containsText("begins with https://");

        fillAccount("0".repeat(32));
        assertThat(page.locator("#account-said")).containsText("does not accept SID and token (20003)", SOON);
        page.navigate(desk.url() + "/settings/");
        assertThat(page.locator("[data-setting=twilio-account-sid]")).containsText("Not set");

        page.navigate(desk.url() + "/set-up/carrier");
        fillAccount(town.authToken());
        page.waitForURL("**/set-up/carrier?checked=true");
        assertThat(page.locator("#account-said")).containsText("It is a trial account: only verified numbers can call and be called, it may have one number");
        addressIsLookedAtUntilReached();
        assertThat(page.locator("#address-said")).containsText("This server is reached at " + desk.url());
    }

    /** Each look gives us a few seconds to reach ourselves, which a busy machine may miss. */
    private void addressIsLookedAtUntilReached() {
        for (int look = 0; look < 10 && !page.locator("#address-said").textContent().contains("is reached at"); look++) {
            page.waitForTimeout(1_000);
            page.reload();
        }
    }

    private void fillAccount(String token) {
        if (!page.locator("[id='carrier:twilio-api-url']").isVisible()) {
            page.click(".up-more summary");
        }
        page.fill("[id='carrier:twilio-account-sid']", town.accountSid());
        page.fill("[id='carrier:twilio-auth-token']", token);
        page.fill("[id='carrier:twilio-api-url']", town.restUrl());
        page.click("[id='carrier:check']");
    }

    private void linesAreTakenOverFromTheAccount() throws Exception {
        page.click("main a:has-text('Choose lines')");
        page.waitForURL("**/set-up/lines");
        assertThat(page.locator("form#import")).containsText("https://old.example.com/voice");
        assertThat(page.locator("form#import")).containsText("TK00000000000000000000000000000001");
        for (Locator box : page.locator("form#import input[type=checkbox]").all()) {
            box.check();
        }
        page.click("[id='import:take']");
        assertThat(page.locator("#lines .cw-badge[data-tone=good]")).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(40_000));
        for (String number : List.of(SHOP, KITCHEN)) {
            JsonNode there = atCarrier(number);
            assertEquals(desk.url() + "/twilio/voice", there.path("voice_url").asText());
            assertEquals(desk.url() + "/twilio/fallback", there.path("voice_fallback_url").asText());
            assertEquals(desk.url() + "/twilio/ended", there.path("status_callback").asText());
            assertEquals("", there.path("trunk_sid").asText(""), "a trunk would win over the address");
        }
    }

    private void aCallerReachesOneOfThem() {
        town.verified("+15550101234");
        Caller caller = town.calls(from("+15550101234"), to(SHOP)).hears("Bea’s Bakery");
        Telephone bea = town.phone("client:bea").rings().answers();
        caller.hangsUp();
        bea.isCutOff();
    }

    private void whatWasChangedAtTheCarrierIsSeenAndRepaired() throws Exception {
        town.number(SHOP, Map.of("VoiceUrl", "https://elsewhere.example.com/voice"));
        page.locator("#lines a", new Page.LocatorOptions().setHasText("555-030-0100")).click();
        page.click("main a:has-text('Compare with the carrier')");
        assertThat(page.locator("main")).containsText("https://elsewhere.example.com/voice");
        page.click("[id='carrier:repair']");
        assertThat(page.locator("main")).containsText("The carrier has exactly our addresses for this number.", SOON);
        assertEquals(desk.url() + "/twilio/voice", atCarrier(SHOP).path("voice_url").asText());
    }

    private void theApiFollowsTheSameRules() throws IOException {
        JsonNode refused = asks("POST", "lines", "{\"number\": \"12\", \"name\": \"\", \"script\": 4711, \"fallback\": \"nowhere\", \"voice\": \"<b>\"}");
        assertEquals(400, refused.path("status").asInt());
        assertEquals(List.of("fallback", "name", "number", "script", "voice"), refused.path("errors").findValuesAsText("field").stream().sorted().toList());
        JsonNode taken = asks("POST", "lines", "{\"number\": \"+1 555 030 0100\", \"name\": \"Again\", \"script\": 1}");
        assertTrue(taken.path("detail").asText().contains("is the line"), taken.toString());

        JsonNode offers = asks("GET", "available-lines?country=US&areaCode=415", null);
        assertTrue(offers.path("total").asInt() > 5, offers.toString());
        JsonNode rented = asks("POST", "lines", "{\"number\": \"" + offers.path("items").get(0).path("number").asText()
                + "\", \"name\": \"Third\", \"script\": 1, \"forward\": \"+15550300300\", \"rent\": true}");
        assertEquals("SETUP 21404", rented.path("problem").path("kind").asText() + " " + rented.path("problem").path("code").asText(), rented.toString());
        assertTrue(rented.path("problem").path("detail").asText().contains("A trial account may have one number only"));
        assertEquals("+15550300300", rented.path("forward").asText());
        asks("DELETE", "lines/" + rented.path("id").asText(), null);
        assertEquals(404, asks("GET", "lines/" + rented.path("id").asText(), null).path("status").asInt());

        assertTrue(asks("PUT", "settings/smtp-port", "{\"value\": \"0\"}").path("detail").asText().contains("Write a port from 1 to 65535."));
        assertTrue(asks("GET", "settings/twilio-auth-token", null).path("value").isNull(), "secrets go in and never come out");
        assertTrue(asks("POST", "settings/test/carrier", null).path("good").asBoolean());
    }

    /** As a page of ours does, with the session's cookie. */
    private JsonNode asks(String method, String path, String body) throws IOException {
        RequestOptions request = RequestOptions.create().setMethod(method).setHeader("X-Callward", "1");
        if (body != null) {
            request.setHeader("Content-Type", "application/json").setData(body);
        }
        return new ObjectMapper().readTree(page.request().fetch(desk.url() + "/api/v1/" + path, request).text());
    }

    private void mailGoesOut() throws Exception {
        page.navigate(desk.url() + "/set-up/mail");
        page.fill("[id='mail:smtp-host']", "127.0.0.1");
        page.fill("[id='mail:smtp-port']", "0");
        page.click("[id='mail:keep']");
        assertThat(page.locator("[id='mail:smtp-port-problem']")).containsText("Write a port from 1 to 65535.");
        page.fill("[id='mail:smtp-port']", "" + mail.getSmtp().getPort());
        page.selectOption("[id='mail:smtp-tls']", "none");
        page.fill("[id='mail:smtp-user']", "bea");
        page.fill("[id='mail:smtp-password']", MAIL_PASSWORD);
        page.fill("[id='mail:smtp-from']", "desk@bakery.example");
        mail.setUser("bea", MAIL_PASSWORD);
        page.click("[id='mail:keep']");
        page.fill("[id='try-mail:to']", "bea@bakery.example");
        page.click("[id='try-mail:send']");
        assertThat(page.locator("form#try-mail [role=status]")).containsText("The mail server took the mail for bea@bakery.example and said: 250", SOON);
        assertTrue(mail.waitForIncomingEmail(40_000, 1));
        assertEquals("Test mail of Bea’s Bakery", mail.getReceivedMessages()[0].getSubject());
    }

    private void nothingIsLeftOpenButHttps() {
        page.navigate(desk.url() + "/set-up/done");
        assertThat(page.locator("[data-point] .cw-badge[data-tone=warn]")).hasCount(1);
        assertThat(page.locator("[data-point=url] .cw-badge")).hasText("Open");
        page.click("[id='finish:finish']");
        page.waitForURL(Pattern.compile("/desk/?$"));
        page.navigate(desk.url() + "/");
        page.waitForURL(Pattern.compile("/desk/?$"));
    }

    /** S-8: not on pages, not in answers of the API, not in the log, nor in anything else that lies in the data folder. */
    private void noSecretIsWhereItDoesNotBelong() throws IOException {
        StringBuilder seen = new StringBuilder(desk.log()).append(desk.said());
        for (String path : List.of("/settings/", "/set-up/carrier", "/set-up/mail", "/status/")) {
            page.navigate(desk.url() + path);
            seen.append(page.content());
        }
        seen.append(asks("GET", "settings?size=100", null));
        assertTrue(seen.toString().contains("smtp-password"), "the settings were looked at");
        List<String> secrets = List.of(PASSWORD, MAIL_PASSWORD, town.authToken());
        secrets.forEach(secret -> assertFalse(seen.toString().contains(secret), "a secret is shown"));
        LivingFolder.read(desk.dataFolder(), (file, content) -> secrets.forEach(secret -> assertFalse(content.contains(secret), "a secret lies in " + file)));
    }

    private JsonNode atCarrier(String number) throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString((town.accountSid() + ":" + town.authToken()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(town.restUrl() + "/2010-04-01/Accounts/" + town.accountSid()
                + "/IncomingPhoneNumbers.json?PhoneNumber=" + number.replace("+", "%2B"))).header("Authorization", "Basic " + credentials).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return new ObjectMapper().readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).path("incoming_phone_numbers").get(0);
        }
    }
}
