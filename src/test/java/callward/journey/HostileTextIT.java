package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.greeting.Sounds;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Two hundred texts that want to be a script, in every field that takes text, as caller and as caller's name. They are shown as the text
 * they are, in every list and on every kind of page, and what a caller hears of them is said and never obeyed.
 */
@Tag("pages")
class HostileTextIT {

    private static final List<String> PAYLOADS = read();
    private static final String ACCOUNT = "AC00000000000000000000000000000007";
    private static final String SECRET = "journeyauthtokenjourneyauthtoken";
    private static final String LINE = "+15550100100";
    /** Pages of one thing show all payloads alike: a few are enough where each costs a page. */
    private static final List<Integer> SOME = List.of(0, 1, 12, 50, 61, 93, 146, 160);
    private static final Set<String> SAID = Set.of("Response", "Gather", "Say", "break", "Redirect", "Dial", "Number", "Sip", "Client", "say-as", "prosody", "Pause", "lang", "Hangup");

    private static DeskServer desk;
    private static DeskApi api;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() {
        desk = new DeskServer("hostile").with("CALLWARD_API_TOKEN", DeskServer.TOKEN).with("CALLWARD_TWILIO_ACCOUNT_SID", ACCOUNT)
                .with("CALLWARD_TWILIO_AUTH_TOKEN", SECRET).with("CALLWARD_TWILIO_API_URL", "http://127.0.0.1:9").start();
        api = new DeskApi(desk);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @Test
    void hostile_texts_are_shown_and_said_and_never_obeyed() {
        Map<Integer, Long> customers = new HashMap<>();
        for (int i = 0; i < PAYLOADS.size(); i++) {
            customers.put(i, write(i, PAYLOADS.get(i)));
        }
        SOME.forEach(i -> writeElsewhere(i, PAYLOADS.get(i)));
        for (int i = 0; i < PAYLOADS.size(); i++) {
            call(i, PAYLOADS.get(i), number(i));
            call(PAYLOADS.size() + i, PAYLOADS.get(i), PAYLOADS.get(i));
        }
        List<Long> scripts = scriptsThatSayThem();
        try (Browser browser = new Browser(desk.url())) {
            Page page = browser.signIn("admin", desk.password());
            List<String> alerts = new ArrayList<>();
            page.onDialog(dialog -> {
                if (dialog.type().equals("beforeunload")) {
                    dialog.accept(); // the page itself asks whether the chosen file may be lost
                    return;
                }
                alerts.add(page.url() + ": " + dialog.message());
                dialog.dismiss();
            });
            addresses(customers).forEach(path -> open(page, path));
            scripts.forEach(script -> List.of("script", "editor", "history", "tests").forEach(kind -> open(page, "/scripts/" + kind + "?id=" + script)));
            SOME.forEach(i -> chooseFile(page, PAYLOADS.get(i)));
            faults.addAll(alerts);
            faults.addAll(browser.complaints());
        }
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void what_no_text_can_have_is_refused_where_it_is_written_and_left_out_of_what_callers_say() {
        String nothing = "a\0b";
        long customer = api.post("/customers", with("name", "Known")).path("id").asLong();
        refused("POST", "/customers", with("name", nothing));
        refused("PUT", "/tickets/1", with("title", nothing, "state", "OPEN"));
        refused("PUT", "/hours/office", with("name", nothing));
        refused("POST", "/hours/office/special-days", with("first", "2026-12-24", "name", nothing));
        refused("PUT", "/groups/x", with("name", nothing));
        refused("POST", "/calls", with("to", "+15550101234", "ticket", nothing));
        refused("POST", "/calls/CA00000000000000000000000000000001/transfer", with("number", "+15550101234", "note", nothing));
        refused("GET", "/calls?text=%00", null);
        refused("GET", "/customers?text=%00", null);
        call(7000, nothing, "+1555010\0" + 2345);
        try (Browser browser = new Browser(desk.url())) {
            Page page = browser.signIn("admin", desk.password());
            List.of("/customers/?q=%00", "/calls/?q=%00", "/tickets/?q=%00").forEach(path -> assertEquals(400, page.navigate(desk.url() + path).status(), path));
            page.navigate(desk.url() + "/customers/customer?id=" + customer);
            page.evaluate("document.getElementById('customer:note').value = 'a\\u0000b'");
            assertEquals(400, page.waitForResponse(answer -> answer.request().method().equals("POST"), page.locator("[id='customer:save']")::click).status());
        }
        assertEquals("", String.join("\n", faults));
    }

    private void refused(String method, String path, Map<String, Object> body) {
        HttpResponse<String> answer = api.ask(method, path, body);
        if (answer.statusCode() != 400) {
            faults.add(method + " " + path + " " + body + " → " + answer.statusCode());
        }
    }

    /** @return the customer's id */
    private long write(int i, String payload) {
        long customer = api.post("/customers", with("name", payload, "company", payload, "note", payload + "\n" + payload,
                "numbers", List.of(number(i)))).path("id").asLong();
        api.put("/tickets/" + (9000 + i), with("title", payload, "state", "OPEN", "customerId", customer));
        api.put("/greetings/x" + i, with("name", clipped(payload, 100), "words", payload));
        refusable("POST", "/scripts", with("name", clipped(payload, 100)));
        refusable("POST", "/tokens", with("name", clipped(payload, 60), "role", "AGENT"));
        refusable("PUT", "/customers/" + customer, with("name", payload, "url", payload, "email", payload));
        return customer;
    }

    private void writeElsewhere(int i, String payload) {
        refusable("PUT", "/destinations/x" + i, with("label", clipped(payload, 60), "address", "+1555010330" + SOME.indexOf(i)));
        refusable("PUT", "/mailboxes/x" + i, with("name", clipped(payload, 60), "emails", List.of("a@widgets.example")));
        refusable("POST", "/accounts", with("username", "x" + i, "name", clipped(payload, 60), "email", "x" + i + "@widgets.example", "role", "AGENT"));
        refusable("PUT", "/settings/company", with("value", clipped(payload, 60)));
    }

    /**
     * Fifty of the texts are said by a script, by a line that is called like one of them, four times; what takes itself for a template
     * cannot be published, and is in a draft.
     */
    private List<Long> scriptsThatSayThem() {
        long line = api.get("/lines").at("/items/0/id").asLong();
        List<String> plain = PAYLOADS.stream().filter(payload -> !payload.contains("{{")).toList();
        List<Long> scripts = new ArrayList<>();
        for (int from = 0; from < plain.size(); from += 50) {
            List<String> some = plain.subList(from, Math.min(from + 50, plain.size()));
            long script = script("Says them " + from, some);
            scripts.add(script);
            api.post("/scripts/" + script + "/publish", with("version", api.get("/scripts/" + script + "/draft").path("version").asInt(), "note", some.getFirst()));
            api.put("/lines/" + line, with("number", LINE, "name", clipped(some.getLast(), 60), "script", script));
            call(900 + from, some.getFirst(), number(0));
        }
        scripts.add(script("Hopes to be a template", PAYLOADS.stream().filter(payload -> payload.contains("{{")).toList()));
        return scripts;
    }

    private static long script(String name, List<String> texts) {
        return api.post("/scripts", with("name", name, "steps", with("first", "all", "tongue", with("language", "en-US"), "steps",
                List.of(with("kind", "greet", "id", "all", "says", texts.stream().map(text -> with("text", text)).toList()))))).path("id").asLong();
    }

    /** In the page where a greeting is made: the file's name, and the title it carries. */
    private static void chooseFile(Page page, String payload) {
        page.navigate(desk.url() + "/greetings/greeting");
        page.check("input[name=kind][value=sound]", new Page.CheckOptions().setForce(true));
        page.setInputFiles("[id='greeting:file']", new FilePayload(payload.replace('/', '_') + ".mp3", "audio/mpeg", Sounds.joined(Sounds.id3(payload), Sounds.mp3(50))));
        page.locator(".greeting-candidate, .greeting-said").locator("visible=true").first().waitFor();
    }

    /** The caller hears his customer's name, and is gone; the last few stay, so that pop-ups show them. */
    private void call(int i, String name, String from) {
        String sid = "CA" + String.format("%032d", i);
        Map<String, String> form = new TreeMap<>(Map.of("CallSid", sid, "AccountSid", ACCOUNT, "From", from, "To", LINE, "CallStatus", "in-progress",
                "Direction", "inbound", "ApiVersion", "2010-04-01", "CallerName", name));
        String menu = checked(name, knock("/twilio/voice", form));
        if (menu.contains("<Gather")) {
            form.put("Digits", "2");
            String next = menu.replaceAll("(?s).*<Gather[^>]* action=\"([^\"]*)\".*", "$1").replaceFirst("^https?://[^/]*", "").replaceFirst("#.*", "");
            checked(name, knock(next, form));
            form.remove("Digits");
        }
        if (i % 67 != 0) {
            form.put("CallStatus", "completed");
            knock("/twilio/ended", form);
        }
    }

    private static HttpResponse<String> knock(String path, Map<String, String> form) {
        String signed = desk.url() + path + form.entrySet().stream().map(field -> field.getKey() + field.getValue()).collect(Collectors.joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return desk.post(path, form.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&")),
                    "X-Twilio-Signature", Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Well-formed, and of verbs that the script itself says. */
    private String checked(String payload, HttpResponse<String> answer) {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
            NodeList elements = document.getElementsByTagName("*");
            Set<String> odd = IntStream.range(0, elements.getLength()).mapToObj(elements::item).map(Node::getNodeName)
                    .collect(Collectors.toCollection(TreeSet::new));
            odd.removeAll(SAID);
            if (answer.statusCode() != 200 || !odd.isEmpty()) {
                faults.add("TwiML of " + payload + ": " + answer.statusCode() + " " + odd);
            }
        } catch (SAXException | IOException | ParserConfigurationException e) {
            faults.add("TwiML of " + payload + ": " + e + "\n" + answer.body());
        }
        return answer.body();
    }

    /** All lists, page by page; and of each kind of thing a few. */
    private static Set<String> addresses(Map<Integer, Long> customers) {
        Set<String> paths = new LinkedHashSet<>();
        for (ConsolePages.Address address : ConsolePages.reachable(api)) {
            paths.add(address.path());
        }
        for (String list : List.of("/customers/", "/tickets/", "/calls/", "/greetings/", "/scripts/", "/account/tokens")) {
            IntStream.range(0, 10).mapToObj(page -> list + "?page=" + page).forEach(paths::add);
        }
        for (int i : SOME) {
            paths.addAll(List.of("/customers/customer?id=" + customers.get(i), "/tickets/ticket?number=" + (9000 + i), "/greetings/greeting?key=x" + i,
                    "/calls/call?id=CA" + String.format("%032d", i), "/calls/call?id=CA" + String.format("%032d", PAYLOADS.size() + i)));
        }
        for (int i : SOME) {
            String text = encoded(PAYLOADS.get(i));
            paths.addAll(List.of("/customers/?q=" + text, "/tickets/?q=" + text, "/calls/?q=" + text, "/simulator/?from=" + text, "/sign-in?from=" + text));
        }
        return paths;
    }

    private void open(Page page, String path) {
        int status = page.navigate(desk.url() + path).status();
        if (status >= 500) {
            faults.add(path + " answers " + status);
        }
        if (!page.url().startsWith(desk.url())) {
            faults.add(path + " leads to " + page.url());
        }
    }

    /** What may be refused as well: but then with a reason, and not by falling over. */
    private void refusable(String method, String path, Map<String, Object> body) {
        HttpResponse<String> answer = api.ask(method, path, body);
        if (answer.statusCode() >= 500) {
            faults.add(method + " " + path + " " + body + " → " + answer.statusCode());
        }
    }

    private static String number(int i) {
        return "+1555010" + (2000 + i);
    }

    private static String clipped(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> with(Object... pairs) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            body.put((String) pairs[i], pairs[i + 1]);
        }
        return body;
    }

    private static List<String> read() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/xss-payloads.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
