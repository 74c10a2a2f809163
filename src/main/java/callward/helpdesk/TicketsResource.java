package callward.helpdesk;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tickets of our own helpdesk, by the number that callers type. */
@ApiResource
@Path("tickets")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class TicketsResource {

    /**
     * @param number       what callers type, 1 to 20 digits
     * @param title        what it is about
     * @param state        OPEN or CLOSED
     * @param customerId   null when it is nobody's
     * @param customerName whose it is; null when it is nobody's
     * @param url          of a page in another system; null when there is none
     * @param createdAt    when it was made here
     * @param page         where an agent reads more
     * @param version      of all that can be changed: another one whenever any of it is
     */
    public record TicketRow(String number, String title, String state, Long customerId, String customerName, String url, Instant createdAt,
                            String page, String version) { }

    /**
     * @param title      what it is about, 1 to 300 characters
     * @param state      OPEN (also when left out) or CLOSED
     * @param customerId id of whose it is; left out when it is nobody's
     * @param url        of a page in another system, https or http; null when there is none
     * @param version    the one that was read before; somebody else may have changed the ticket since (409). Left out: whatever it is now
     */
    public record TicketText(String title, String state, Long customerId, String url, String version) { }

    @Inject
    Tickets tickets;
    @Inject
    Customers customers;

    /**
     * List tickets.
     *
     * @param q     part of a number, title or customer's name
     * @param state OPEN or CLOSED, nothing for both
     */
    @GET
    public Page<TicketRow> list(@QueryParam("q") String q, @QueryParam("state") String state, @BeanParam Paging paging) {
        Ticket.State wanted = state == null || state.isEmpty() ? null : state(state);
        List<TicketRow> rows = tickets.page(q, wanted, paging.page(), paging.size()).stream().map(TicketsResource::shown).toList();
        return new Page<>(rows, tickets.count(q, wanted), paging.page(), paging.size());
    }

    /**
     * Read a ticket.
     *
     * @param number what callers type, 1 to 20 digits
     */
    @GET
    @Path("{number}")
    public TicketRow one(@PathParam("number") String number) {
        return shown(known(number));
    }

    /** Make or change a ticket. All of it is set: what is left out is emptied. */
    @PUT
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public TicketRow keep(@PathParam("number") String number, TicketText text) {
        if (!Ticket.NUMBER.matcher(number).matches()) {
            throw Refusal.field("number", "should be 1 to 20 digits");
        }
        if (text == null || text.title() == null || text.title().isBlank() || text.title().length() > 300) {
            throw Refusal.field("title", "should be 1 to 300 characters");
        }
        Ticket ticket = tickets.numbered(number).orElseGet(Ticket::new);
        Map<String, String> seen = ticket.getId() == null ? Map.of() : ticket.content();
        look(number, text.version(), seen);
        ticket.setNumber(number);
        ticket.setTitle(text.title().strip());
        ticket.setState(text.state() == null ? Ticket.State.OPEN : state(text.state()));
        ticket.setCustomer(text.customerId() == null ? null : customers.find(text.customerId())
                .orElseThrow(() -> Refusal.field("customerId", "should be a customer's id")));
        try {
            ticket.setUrl(text.url());
        } catch (IllegalArgumentException e) {
            throw Refusal.field("url", "should begin with https:// or http://");
        }
        return shown(text.version() == null ? tickets.save(ticket) : tickets.save(ticket, seen));
    }

    /**
     * Delete a ticket.
     *
     * @param version the one that was read before; somebody else may have changed the ticket since (409). Left out: whatever it is now
     */
    @DELETE
    @Path("{number}")
    public void delete(@PathParam("number") String number, @QueryParam("version") String version) {
        Map<String, String> seen = known(number).content();
        look(number, version, seen);
        if (version == null) {
            tickets.delete(number);
        } else {
            tickets.delete(number, seen);
        }
    }

    private static void look(String number, String version, Map<String, String> now) {
        if (version != null && !version.equals(Version.of(now))) {
            throw new ChangedMeanwhile("ticket");
        }
    }

    private Ticket known(String number) {
        return tickets.numbered(number).orElseThrow(() -> Refusal.notFound("There is no such ticket."));
    }

    private static Ticket.State state(String text) {
        return Stream.of(Ticket.State.values()).filter(state -> state.name().equals(text)).findFirst()
                .orElseThrow(() -> Refusal.field("state", "should be OPEN or CLOSED"));
    }

    private static TicketRow shown(Ticket ticket) {
        Customer customer = ticket.getCustomer();
        return new TicketRow(ticket.getNumber(), ticket.getTitle(), ticket.getState().name(), customer == null ? null : customer.getId(),
                customer == null ? null : customer.getName(), ticket.getUrl(), ticket.getCreatedAt(),
                ticket.getUrl() == null ? OwnHelpdesk.ticketPage(ticket.getNumber()) : ticket.getUrl(), Version.of(ticket.content()));
    }
}
