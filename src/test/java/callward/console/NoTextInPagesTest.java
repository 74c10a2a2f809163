package callward.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.house.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A page says nothing in a language of its own: every word comes from the messages. */
class NoTextInPagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SCRIPTS = PAGES.resolve("resources/callward");
    private static final Pattern EL = Pattern.compile("#\\{[^}]*}");
    /** A mail address, a host, a voice, a path: alike in every language. */
    private static final Pattern EXAMPLE = Pattern.compile("\\S*[\\p{L}\\d][.@]\\p{L}\\S*|(?<!\\S)/[\\w./-]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Set<String> SHOWN = Set.of("title", "alt", "placeholder", "aria-label", "ariaLabel", "label", "requiredMessage", "validatorMessage",
            "converterMessage", "summary", "caption", "data-sure", "header");
    /** What is the same in every language: code, addresses, keys. */
    private static final Set<String> NO_LANGUAGE = Set.of("code", "pre", "kbd", "samp", "style", "script");
    private static final Set<String> NAMES = Set.of("Callward", "JSON", "Twilio", "API", "REST", "SIP", "TwiML", "SID", "MP3", "WAV", "CSV", "https", "http", "OK",
            "English", "Español", "EN", "ES", "ms", "kB", "MB", "SHA", "HTTP", "POST", "GET");
    /** {@code textContent = 'Something'} and its like. */
    private static final Pattern SHOWN_BY_A_SCRIPT = Pattern.compile(
            "(?:\\.(?:textContent|innerText|title|placeholder|ariaLabel|alt)\\s*=|setAttribute\\('(?:aria-label|title|alt|placeholder)',|\\b(?:alert|confirm|prompt)\\()"
                    + "\\s*(['\"`])((?:(?!\\1).)*)\\1");

    @Test
    @Covers("S2.14")
    void no_page_holds_a_word_of_its_own() throws Exception {
        List<String> found = new ArrayList<>();
        List<Path> pages = files(PAGES, ".xhtml");
        for (Path page : pages) {
            SAXParserFactory.newDefaultInstance().newSAXParser().parse(page.toFile(), new Words(page, found));
        }
        assertFalse(pages.isEmpty());
        assertEquals("", String.join("\n", found));
    }

    @Test
    void no_script_shows_a_word_of_its_own() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path script : files(SCRIPTS, ".js")) {
            Matcher shown = SHOWN_BY_A_SCRIPT.matcher(Files.readString(script));
            while (shown.find()) {
                String text = shown.group(2).replaceAll("\\$\\{[^}]*}", " ");
                if (says(text)) {
                    found.add(script.getFileName() + ": " + shown.group());
                }
            }
        }
        assertEquals("", String.join("\n", found));
    }

    @Test
    void a_word_is_found_where_it_stands() throws ParserConfigurationException, SAXException, IOException {
        Path page = Files.createTempFile("page", ".xhtml");
        Files.writeString(page, "<p title=\"Help\">#{msg['x']} <b>Hello</b> <code>name</code> Callward</p>");
        List<String> found = new ArrayList<>();
        SAXParserFactory.newDefaultInstance().newSAXParser().parse(page.toFile(), new Words(page, found));
        Files.delete(page);
        assertEquals(2, found.size(), found.toString());
    }

    private static boolean says(String text) {
        String rest = EXAMPLE.matcher(EL.matcher(text).replaceAll(" ")).replaceAll(" ");
        return WORD.matcher(rest).results().anyMatch(word -> !NAMES.contains(word.group()));
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** Collects what a reader would see. */
    private static final class Words extends DefaultHandler {

        private final Path page;
        private final List<String> found;
        private final List<String> within = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private Locator locator;

        Words(Path page, List<String> found) {
            this.page = page;
            this.found = found;
        }

        @Override
        public void setDocumentLocator(Locator place) {
            locator = place;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            endOfText();
            within.add(name);
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = attributes.getQName(i).replaceFirst("^pt:", "");
                boolean value = attribute.equals("value") && Set.of("h:outputText", "h:link", "h:outputLink", "p:commandButton", "h:commandButton", "p:button").contains(name)
                        || attribute.equals("value") && name.equals("ui:param") && Set.of("title", "lead").contains(attributes.getValue("name"))
                        || attribute.equals("itemLabel");
                if ((SHOWN.contains(attribute) && !name.equals("h:inputFile") || value) && says(attributes.getValue(i))) {
                    note(attribute + "=\"" + attributes.getValue(i) + "\"");
                }
            }
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            endOfText();
            within.removeLast();
        }

        @Override
        public void characters(char[] characters, int start, int length) {
            text.append(characters, start, length);
        }

        private void endOfText() {
            if (within.stream().noneMatch(NO_LANGUAGE::contains) && says(text.toString())) {
                note(text.toString().strip());
            }
            text.setLength(0);
        }

        private void note(String words) {
            found.add(PAGES.relativize(page.startsWith(PAGES) ? page : PAGES.resolve(page.getFileName())) + ":" + locator.getLineNumber() + " " + words);
        }
    }
}
