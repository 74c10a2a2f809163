package callward.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every page of the web application, found where they lie, and the addresses at which each is looked at. */
final class ConsolePages {

    /** One address of a page: path as people type it, and who is asked for. */
    record Address(String page, String path) { }

    private static final Path ROOT = Path.of("src/main/webapp");

    /** What a page shows when its address says which; a page that answers 404 without a parameter needs an entry. */
    private static final Map<String, List<String>> QUERIES = Map.ofEntries(
            Map.entry("calls/call", List.of("?id={call}")),
            Map.entry("customers/customer", List.of("", "?id={customer}")),
            Map.entry("destinations/destination", List.of("", "?key={destination}")),
            Map.entry("greetings/greeting", List.of("", "?key={greeting}")),
            Map.entry("scripts/editor", List.of("?id={script}")),
            Map.entry("scripts/history", List.of("?id={script}")),
            Map.entry("scripts/script", List.of("?id={script}")),
            Map.entry("scripts/test", List.of("?script={script}", "?id={calltest}")),
            Map.entry("scripts/tests", List.of("?id={script}", "?id={script}&of=published")),
            Map.entry("tickets/ticket", List.of("", "?number={ticket}")),
            Map.entry("voicemail/mailbox", List.of("", "?key={mailbox}")),
            Map.entry("voicemail/message", List.of("?id={voicemail}")));

    /** Where the ids come from. */
    private static final Map<String, String> IDS = Map.of("call", "/calls /id", "customer", "/customers /id", "destination", "/destinations /key",
            "greeting", "/greetings /key", "script", "/scripts /id", "ticket", "/tickets /number", "mailbox", "/mailboxes /key",
            "voicemail", "/voicemails /id", "calltest", "/scripts/1/tests /id");

    private ConsolePages() { }

    /** {@code calls/index}, {@code sign-in} … */
    static List<String> names() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> ROOT.relativize(file).toString().replace('\\', '/')).filter(file -> file.endsWith(".xhtml"))
                    .filter(file -> !file.startsWith("WEB-INF/") && !file.startsWith("resources/"))
                    // parts of the script editor, one for each kind of step
                    .filter(file -> !file.startsWith("scripts/steps/"))
                    .map(file -> file.substring(0, file.length() - ".xhtml".length())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param api of a server on which something of each kind is there */
    static List<Address> addresses(DeskApi api) {
        Function<String, String> filled = query -> fill(api, query);
        return names().stream().flatMap(name -> QUERIES.getOrDefault(name, List.of("")).stream().map(filled).map(query -> new Address(name, path(name) + query)))
                .toList();
    }

    /** {@code calls/index} → {@code /calls/} */
    static String path(String name) {
        return "/" + (name.equals("index") || name.endsWith("/index") ? name.substring(0, name.length() - "index".length()) : name);
    }

    private static String fill(DeskApi api, String query) {
        int open = query.indexOf('{');
        if (open < 0) {
            return query;
        }
        int close = query.indexOf('}');
        String[] source = IDS.get(query.substring(open + 1, close)).split(" ");
        JsonNode list = api.get(source[0]);
        JsonNode id = list.at("/items/0" + source[1]);
        if (id.isMissingNode()) {
            throw new AssertionError("nothing in " + source[0] + " to fill in " + query);
        }
        return query.substring(0, open) + id.asText() + fill(api, query.substring(close + 1));
    }
}
