package callward.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.Covers;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern IN_A_PAGE = Pattern.compile("msg\\['([A-Za-z0-9.]+)'\\]");
    private static final Pattern BUILT_IN_A_PAGE = Pattern.compile("msg\\['([A-Za-z0-9.]+\\.)'\\.concat");

    @ParameterizedTest
    @ValueSource(strings = "es")
    void every_language_has_every_key_and_no_other(String language) throws IOException {
        assertEquals(new TreeSet<>(texts("").keySet()), new TreeSet<>(texts("_" + language).keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_es"})
    void every_text_says_something_and_can_be_formatted(String language) throws IOException {
        texts(language).forEach((key, text) -> {
            assertTrue(!text.isBlank(), key);
            assertTrue(text.indexOf('\'') < 0, key + ": ' swallows placeholders, write ’");
            new MessageFormat(text, Locale.ENGLISH);
        });
    }

    @Test
    @Covers("S2.14")
    void both_languages_use_the_same_placeholders() throws IOException {
        Map<String, String> english = texts("");
        texts("_es").forEach((key, text) -> assertEquals(placeholders(english.get(key)), placeholders(text), key));
    }

    @Test
    void every_key_that_a_page_names_exists() throws IOException {
        Set<String> known = texts("").keySet();
        Map<String, String> missing = new TreeMap<>();
        for (Path page : pages()) {
            Matcher named = IN_A_PAGE.matcher(Files.readString(page));
            while (named.find()) {
                if (!known.contains(named.group(1))) {
                    missing.put(named.group(1), page.toString());
                }
            }
            Matcher built = BUILT_IN_A_PAGE.matcher(Files.readString(page));
            while (built.find()) {
                String prefix = built.group(1);
                if (known.stream().noneMatch(name -> name.startsWith(prefix))) {
                    missing.put(prefix, page.toString());
                }
            }
        }
        assertEquals(Map.of(), missing);
    }

    /** A key that is put together counts as used when its beginning stands in the code, and each part of its end, too: as a constant, say. */
    @Test
    void every_key_is_used() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(java|xhtml|xml)|.*/resources/callward/[^/]*\\.js")).toList()) {
                code.append(Files.readString(file));
            }
        }
        Set<String> quoted = found("[\"'`]([A-Za-z][A-Za-z0-9_.-]*)(?:[\"'`]|\\$\\{)", code);
        Set<String> words = found("([A-Za-z0-9_-]+)", code).stream().map(String::toLowerCase).collect(Collectors.toSet());
        found("([A-Za-z0-9_]+)", code).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        List<String> unused = texts("").keySet().stream().filter(key -> !key.startsWith("jakarta.faces.") && !quoted.contains(key))
                .filter(key -> quoted.stream().noneMatch(part -> part.endsWith(".") && key.startsWith(part)
                        && Stream.of(key.substring(part.length()).toLowerCase(Locale.ROOT).split("\\.")).allMatch(words::contains))).toList();
        assertEquals(List.of(), unused);
    }

    private static Set<String> found(String pattern, CharSequence code) {
        return Pattern.compile(pattern).matcher(code).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            List<Path> pages = files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertTrue(pages.size() > 5, "no pages below " + PAGES.toAbsolutePath());
            return pages;
        }
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(Pattern.compile("\\{\\d").matcher(text).results().map(found -> found.group()).toList());
    }

    private static Map<String, String> texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream file = MessagesTest.class.getResourceAsStream("/callward/messages" + language + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Map<String, String> sorted = new TreeMap<>();
        texts.forEach((key, text) -> sorted.put((String) key, (String) text));
        return sorted;
    }
}
