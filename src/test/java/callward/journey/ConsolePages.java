package callward.journey;

import static java.util.Map.entry;

import callward.house.WebPages;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The addresses at which each page of the web application is looked at. */
final class ConsolePages {

    /** One address of a page, as people type it. */
    record Address(String page, String path) { }

    /** What a page shows when its address says which; a page that answers 404 without a parameter needs an entry. */
    private static final Map<String, List<String>> QUERIES = Map.ofEntries(
            entry("calls/call", List.of("?id={call}")),
            entry("customers/customer", List.of("", "?id={customer}")),
            entry("destinations/destination", List.of("", "?key={destination}")),
            entry("greetings/greeting", List.of("", "?key={greeting}")),
            entry("scripts/editor", List.of("?id={script}")),
            entry("scripts/history", List.of("?id={script}")),
            entry("scripts/script", List.of("?id={script}")),
            entry("scripts/test", List.of("?script={script}", "?id={calltest}")),
            entry("scripts/tests", List.of("?id={script}", "?id={script}&of=published")),
            entry("tickets/ticket", List.of("", "?number={ticket}")),
            entry("voicemail/mailbox", List.of("", "?key={mailbox}")),
            entry("voicemail/message", List.of("?id={voicemail}")));

    /** Where the ids come from. */
    private static final Map<String, String> IDS = Map.of("call", "/calls /id", "customer", "/customers /id", "destination", "/destinations /key",
            "greeting", "/greetings /key", "script", "/scripts /id", "ticket", "/tickets /number", "mailbox", "/mailboxes /key",
            "voicemail", "/voicemails /id", "calltest", "/scripts/1/tests /id");

    private ConsolePages() { }

    /** @param api of a server on which something of each kind is there */
    static List<Address> addresses(DeskApi api) {
        Function<String, String> filled = query -> fill(api, query);
        return WebPages.names().stream().flatMap(name -> QUERIES.getOrDefault(name, List.of("")).stream().map(filled)
                .map(query -> new Address(name, WebPages.path(name) + query)))
                .toList();
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
