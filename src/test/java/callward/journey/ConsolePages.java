package callward.journey;

import static java.util.Map.entry;

import callward.house.WebPages;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses at which each page of the web application is looked at. */
final class ConsolePages {

    /** One address of a page, as people type it. */
    record Address(String page, String path) { }

    /** What a page shows when its address says which; a page that answers 404 without a parameter needs an entry. */
    private static final Map<String, List<String>> QUERIES = Map.ofEntries(
            entry("accounts/account", List.of("", "?username={account}")),
            entry("agents/agent", List.of("", "?id={agent}")),
            entry("calls/call", List.of("?id={call}")),
            entry("customers/customer", List.of("", "?id={customer}")),
            entry("destinations/destination", List.of("", "?key={destination}")),
            entry("greetings/greeting", List.of("", "?key={greeting}")),
            entry("groups/group", List.of("", "?key={group}")),
            entry("hours/calendar", List.of("", "?key={calendar}", "?key={calendar}&at=2026-12-25T09:00")),
            entry("lines/find", List.of("", "?country=US&areaCode=415", "?country=US&areaCode=1&near=x")),
            entry("lines/line", List.of("", "?id={line}&ask=true")),
            entry("scripts/editor", List.of("?id={script}")),
            entry("scripts/history", List.of("?id={script}")),
            entry("scripts/script", List.of("?id={script}")),
            entry("scripts/test", List.of("?script={script}", "?id={calltest}")),
            entry("scripts/tests", List.of("?id={script}", "?id={script}&of=published")),
            entry("tickets/ticket", List.of("", "?number={ticket}")),
            entry("voicemail/mailbox", List.of("", "?key={mailbox}")),
            entry("voicemail/message", List.of("?id={voicemail}")));

    /** Where the ids come from. */
    private static final Map<String, String> IDS = Map.ofEntries(
            entry("account", "/accounts /username"), entry("agent", "/agents /id"), entry("call", "/calls /id"), entry("calendar", "/hours /key"),
            entry("calltest", "/scripts/1/tests /id"),
            entry("customer", "/customers /id"), entry("destination", "/destinations /key"), entry("greeting", "/greetings /key"), entry("group", "/groups /key"),
            entry("line", "/lines /id"), entry("mailbox", "/mailboxes /key"), entry("script", "/scripts /id"),
            entry("ticket", "/tickets /number"), entry("voicemail", "/voicemails /id"));

    private ConsolePages() { }

    /** @param api of a server; a page for which nothing is there is left out */
    static List<Address> reachable(DeskApi api) {
        return addresses(api, true);
    }

    /** @param api of a server on which something of each kind is there */
    static List<Address> addresses(DeskApi api) {
        return addresses(api, false);
    }

    private static List<Address> addresses(DeskApi api, boolean leaveOut) {
        List<Address> all = new ArrayList<>();
        for (String name : WebPages.names()) {
            for (String query : QUERIES.getOrDefault(name, List.of(""))) {
                Optional<String> filled = fill(api, query);
                if (filled.isEmpty() && !leaveOut) {
                    throw new AssertionError("there is nothing to fill in " + query);
                }
                filled.ifPresent(whole -> all.add(new Address(name, WebPages.path(name) + whole)));
            }
        }
        return all;
    }

    private static Optional<String> fill(DeskApi api, String query) {
        int open = query.indexOf('{');
        if (open < 0) {
            return Optional.of(query);
        }
        int close = query.indexOf('}');
        String[] source = IDS.get(query.substring(open + 1, close)).split(" ");
        JsonNode id = api.get(source[0]).at("/items/0" + source[1]);
        return id.isMissingNode() ? Optional.empty() : Optional.of(query.substring(0, open) + id.asText() + query.substring(close + 1));
    }
}
