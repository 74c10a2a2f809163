package callward.desk;

import callward.call.Calls.CallRow;
import callward.flow.Happening.Outcome;
import callward.flow.Progress;
import callward.flow.Verb;
import callward.wording.Facts;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls, and where to read on.
 *
 * @param type     always {@code pop}: other kinds of news may follow on the same socket
 * @param kind     what is known of him: the administrator chooses who gets which kind
 * @param call     SID of the call
 * @param caller   as the carrier sent it: E.164, {@code anonymous}, {@code client:…}, {@code sip:…}
 * @param line     name of the line that was called; null when it is gone
 * @param customer who calls; null when he is unknown
 * @param ticket   which ticket he named; null when he named none
 * @param link     the ticket if the caller named one, else the customer, else the call: a path of ours or another helpdesk's page
 * @param ringing  labels of the telephones that ring or will, the first one first
 * @param sent     who has sent him on, and why; null when nobody has
 * @param at       when it began to ring
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PopUp(String type, PopUpKind kind, String call, String caller, String line, Customer customer, Ticket ticket, String link,
                    List<String> ringing, Sent sent, Instant at) {

    /**
     * A caller who has talked to somebody already.
     *
     * @param by   who has sent him on
     * @param note what that one wrote; null for nothing
     * @param back who was to take the call and did not answer; null while he may
     * @param asks true: he asks about the caller first; null: he has sent him on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sent(String by, String note, String back, Boolean asks) { }

    /**
     * As the helpdesk knows him.
     *
     * @param name what the helpdesk calls him
     * @param url  where an agent reads more; null when there is no such page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Customer(String name, String url) { }

    /**
     * As the helpdesk knows it.
     *
     * @param number what callers type
     * @param title  what it is about; null when the helpdesk does not say
     * @param url    where an agent reads more; null when there is no such page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ticket(String number, String title, String url) { }

    private static final Set<Outcome> RANG = EnumSet.of(Outcome.ANSWERED, Outcome.MISSED, Outcome.VOICEMAIL);

    static PopUp of(String call, Facts facts, String lineName, List<Verb.Target> targets, Instant at) {
        Customer customer = facts.get("customer.name").map(name -> new Customer(name, address(facts, "customer.url"))).orElse(null);
        // what was typed and not found is a number without a title: nothing to read there
        Ticket ticket = facts.get("ticket.id").flatMap(found -> facts.get("ticket.number"))
                .map(number -> new Ticket(number, facts.get("ticket.title").orElse(null), address(facts, "ticket.url"))).orElse(null);
        String caller = facts.get("caller.number").orElse("anonymous");
        return new PopUp("pop", kind(caller, customer, ticket), call, caller, lineName, customer, ticket, link(call, customer, ticket),
                targets.stream().map(Verb.Target::label).toList(),
                facts.get("transfer.by").map(by -> new Sent(by, facts.get("transfer.note").orElse(null), facts.get("transfer.back").orElse(null),
                        facts.get("transfer.asks").map("true"::equals).orElse(null))).orElse(null), at);
    }

    /** For a call that rings or has rung; nothing for one that never came so far, or was turned away. */
    static Optional<PopUp> of(CallRow call, Progress progress) {
        boolean live = "LIVE".equals(call.state());
        boolean rang = progress.since() != null || progress.outcome() != null && RANG.contains(progress.outcome());
        Instant at = progress.since() != null ? progress.since() : call.startedAt();
        return rang ? Optional.of(of(call.id(), progress.facts(), call.lineName(), live ? progress.targets() : List.of(), at)) : Optional.empty();
    }

    private static PopUpKind kind(String caller, Customer customer, Ticket ticket) {
        if (ticket != null) {
            return PopUpKind.TICKET;
        }
        return customer != null ? PopUpKind.CUSTOMER : caller.startsWith("+") ? PopUpKind.UNKNOWN : PopUpKind.WITHHELD;
    }

    static String callPage(String call) {
        return "/calls/call?id=" + call; // a CallId needs no encoding
    }

    private static String link(String call, Customer customer, Ticket ticket) {
        if (ticket != null && ticket.url() != null) {
            return ticket.url();
        }
        return customer != null && customer.url() != null ? customer.url() : callPage(call);
    }

    /** Only what a browser opens as a page: a helpdesk must not hand our agents a {@code javascript:} link. */
    private static String address(Facts facts, String name) {
        return facts.get(name).filter(url -> url.startsWith("/") && !url.startsWith("//") && !url.startsWith("/\\")
                || url.startsWith("https://") || url.startsWith("http://")).orElse(null);
    }
}
