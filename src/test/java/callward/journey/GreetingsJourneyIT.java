package callward.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.greeting.HostileUploads;
import callward.greeting.Sounds;
import callward.house.Covers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers hear, made by somebody at a browser: words, files and recordings. */
@Covers({"S0.05", "S0.19"})
class GreetingsJourneyIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] TOKEN = {"Authorization", "Bearer " + DeskServer.TOKEN};

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
    void somebody_records_listens_and_keeps() throws IOException {
        open("Recorded here");
        page.click("[data-do=record]");
        assertThat(page.locator("[data-part=clock]")).containsText(Pattern.compile("[01]:(0[1-9]|[1-5]\\d) / 2:00"));
        page.click("[data-do=stop]");
        Locator candidate = page.locator(".greeting-candidate");
        assertThat(candidate.locator(".cw-player-wave")).hasAttribute("data-drawn", "true");
        candidate.locator(".cw-player-go").click();
        page.waitForCondition(() -> (double) page.evaluate("document.querySelector('.greeting-candidate audio').currentTime + 0.0001") > 0.1);
        page.click("[id='greeting:save']");

        assertThat(page.locator(".ui-growl-item")).containsText("“Recorded here” saved");
        JsonNode kept = greeting("recorded-here");
        assertEquals("audio/wav", kept.at("/sound/contentType").asText());
        assertTrue(kept.at("/sound/seconds").asDouble() > 0.5, kept.toString());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void a_former_version_is_heard_again_by_the_next_caller() throws IOException {
        open("Day");
        choose("day.mp3", Sounds.joined(Sounds.id3("title"), Sounds.mp3(80)));
        page.click("[id='greeting:save']");
        assertThat(page.locator(".greeting-now .cw-player-wave")).hasAttribute("data-drawn", "true");
        String first = greeting("day").at("/sound/url").asText();

        half("words");
        page.fill("[id='greeting:words']", "Good day, {{customer.name}}.");
        assertThat(page.locator("[data-part=heard]")).hasText("Good day, John Doe.");
        page.click("[id='greeting:save']");
        assertThat(page.locator(".greeting-now blockquote")).hasText("Good day, {{customer.name}}.");

        page.locator(".greeting-versions > li").nth(1).locator("button:has-text('Use again')").click();
        assertThat(page.locator(".ui-growl-item")).containsText("Callers hear version 1 again");
        assertThat(page.locator(".greeting-versions > li").first()).containsText("version 1 again");
        assertEquals(first, greeting("day").at("/sound/url").asText());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void a_carrier_may_keep_a_sound_for_ever_and_ask_for_a_part() throws IOException {
        assertEquals(200, desk.send("PUT", "/api/v1/greetings/kept/audio", Sounds.mp3(60), TOKEN).statusCode());
        String url = greeting("kept").at("/sound/url").asText();

        HttpResponse<String> whole = desk.get(url);
        assertEquals(200, whole.statusCode());
        assertEquals("audio/mpeg", header(whole, "Content-Type"));
        assertEquals("public, max-age=31536000, immutable", header(whole, "Cache-Control"));
        assertEquals("nosniff", header(whole, "X-Content-Type-Options"));
        assertEquals(304, desk.get(url, "If-None-Match", header(whole, "ETag")).statusCode());
        HttpResponse<String> part = desk.get(url, "Range", "bytes=10-19");
        assertEquals(206, part.statusCode());
        assertEquals("10", header(part, "Content-Length"));
        HttpResponse<String> head = desk.send("HEAD", url, new byte[0]);
        assertEquals(List.of("200", header(whole, "ETag"), ""), List.of("" + head.statusCode(), header(head, "ETag"), head.body()));
    }

    @Test
    void a_sound_that_is_refused_says_why_beside_the_field_and_nothing_is_lost() {
        open("Refused");
        choose("\"><img src=x onerror=alert(1)>.mp3", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator(".greeting-said")).containsText("Neither this browser nor we can read this file as sound");

        choose("broken.mp3", "ID3 is all that is right about it".getBytes(StandardCharsets.UTF_8));
        page.click("[id='greeting:save']");
        assertThat(page.locator(".greeting-said")).containsText("damaged");
        assertThat(page.locator("[id='greeting:name']")).hasValue("Refused");
        assertEquals(404, desk.get("/api/v1/greetings/refused", TOKEN).statusCode());
    }

    @Test
    void what_is_deleted_is_had_back_and_what_is_played_is_not_deleted() throws IOException {
        open("Short life");
        half("words");
        page.fill("[id='greeting:words']", "Hello");
        page.click("[id='greeting:save']");
        page.click("[id='greeting:delete']");
        assertThat(page.locator(".cw-note")).containsText("“Short life” is deleted");
        page.click("[id='back:undo']");
        assertThat(page.locator(".ui-growl-item")).containsText("“Short life” is back");

        draftPlaying("short-life");
        page.navigate(desk.url() + "/greetings/greeting?key=short-life");
        assertThat(page.locator(".greeting-uses")).containsText("Plays it");
        assertThat(page.locator("[id='greeting:delete']")).hasCount(0);
        HttpResponse<String> refused = desk.send("DELETE", "/api/v1/greetings/short-life", new byte[0], TOKEN);
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Plays it"), refused.body());
    }

    @Test
    void the_player_is_worked_by_keys_alone_and_remembers_the_speed() {
        desk.send("PUT", "/api/v1/greetings/by-keys/audio", Sounds.wav(30, 8_000, 1, 400), TOKEN);
        page.navigate(desk.url() + "/greetings/greeting?key=by-keys");
        Locator slider = page.locator(".greeting-now [role=slider]");
        assertThat(slider).hasAttribute("data-drawn", "true");
        slider.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("PageUp");
        assertThat(slider).hasAttribute("aria-valuetext", "0:20 of 0:30");
        page.keyboard().press("Home");
        assertThat(slider).hasAttribute("aria-valuetext", "0:00 of 0:30");
        page.keyboard().press("Space");
        assertThat(page.locator(".greeting-now .cw-player-go")).hasAttribute("aria-label", "Pause");
        page.selectOption(".greeting-now .cw-player-speed", "1.5");
        page.reload();
        assertThat(page.locator(".greeting-now .cw-player-speed")).hasValue("1.5");
        assertEquals(List.of(), browser.complaints());
    }

    /** S-6 and S-4 over HTTP: whatever it is, it is refused in JSON or becomes sound under a name of ours. */
    @Test
    void hostile_files_leave_the_server_as_sound_or_not_at_all() throws IOException {
        new HostileUploads(6).some(60).forEach(upload -> {
            HttpResponse<String> answer = desk.send("PUT", "/api/v1/greetings/hostile/audio", upload.content(), TOKEN);
            assertTrue(List.of(200, 400).contains(answer.statusCode()), upload.kind() + ": " + answer.statusCode() + " " + answer.body());
            assertTrue(header(answer, "Content-Type").matches("application/(problem\\+)?json.*"), upload.kind() + ": " + header(answer, "Content-Type"));
        });
        String url = greeting("hostile").at("/sound/url").asText();
        assertTrue(url.matches("/media/[0-9a-f]{40}\\.(mp3|wav)"), url);
        HttpResponse<String> sound = desk.get(url);
        assertTrue(header(sound, "Content-Type").startsWith("audio/"), header(sound, "Content-Type"));
        assertEquals("nosniff", header(sound, "X-Content-Type-Options"));
        assertFalse(sound.body().contains("escaped"));
    }

    /** The plain form, too: there a file has a name. */
    @Test
    void without_script_a_file_is_kept_and_its_name_forgotten() throws IOException {
        Page plain = browser.withoutScript("admin", desk.password());
        plain.navigate(desk.url() + "/greetings/greeting");
        plain.fill("[id='greeting:name']", "Plain");
        plain.setInputFiles("[id='greeting:file']", new FilePayload("../../<svg onload=alert(1)>.html", "text/html",
                Sounds.joined(Sounds.id3(HostileUploads.MARKUP), Sounds.mp3(50))));
        plain.click("[id='greeting:save']");
        assertThat(plain).hasURL(Pattern.compile("[?]key=plain$"));
        assertTrue(greeting("plain").at("/sound/url").asText().matches("/media/[0-9a-f]{40}\\.mp3"));
        String content = plain.content();
        assertFalse(content.contains("svg onload"), "the file's name is shown");
        assertFalse(desk.get(greeting("plain").at("/sound/url").asText()).body().contains("escaped"));
        assertThat(plain.locator(".greeting-now audio")).isVisible();
    }

    private void open(String name) {
        page.navigate(desk.url() + "/greetings/greeting");
        page.fill("[id='greeting:name']", name);
        half("sound");
    }

    private void half(String kind) {
        page.check("input[name=kind][value=" + kind + "]", new Page.CheckOptions().setForce(true));
    }

    private void choose(String name, byte[] content) {
        page.setInputFiles("[id='greeting:file']", new FilePayload(name, "audio/mpeg", content));
        assertThat(page.locator(".greeting-candidate, .greeting-said").locator("visible=true").first()).isVisible();
    }

    private static void draftPlaying(String key) throws IOException {
        String steps = "{\"first\":\"hi\",\"tongue\":{\"language\":\"en-US\"},\"steps\":[{\"kind\":\"greet\",\"id\":\"hi\",\"says\":[{\"greeting\":\"" + key
                + "\"}]}]}";
        HttpResponse<String> made = desk.send("POST", "/api/v1/scripts", ("{\"name\":\"Plays it\",\"steps\":" + steps + "}").getBytes(StandardCharsets.UTF_8),
                "Authorization", "Bearer " + DeskServer.TOKEN, "Content-Type", "application/json");
        assertEquals(201, made.statusCode(), made.body());
    }

    private static JsonNode greeting(String key) throws IOException {
        HttpResponse<String> answer = desk.get("/api/v1/greetings/" + key, TOKEN);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
