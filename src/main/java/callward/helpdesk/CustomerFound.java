package callward.helpdesk;

/**
 * A customer, as a helpdesk knows him.
 *
 * @param id  the helpdesk's own name for him
 * @param url where an agent reads more: a path of our console, or another system's page
 */
public record CustomerFound(String id, String name, String url) { }
