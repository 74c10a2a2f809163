package callward.helpdesk;

import java.util.Optional;

/**
 * A ticket, as a helpdesk knows it.
 *
 * @param id     the helpdesk's own name for it
 * @param number what callers type
 * @param url    where an agent reads more: a path of our console, or another system's page
 */
public record TicketFound(String id, String number, String title, String url, Optional<CustomerFound> customer) { }
