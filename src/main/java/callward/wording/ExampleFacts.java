package callward.wording;

/** What every call may know, with an example of each: for previews, and for the list of names that a text may hold in braces. */
public final class ExampleFacts {

    public static final Facts ALL = Facts.NONE
            .with("caller.number", "+15550101234").with("caller.shown", "+1 555-010-1234")
            .with("line.name", "Widgets Incorporated").with("line.number", "+15550100100").with("line.forward", "+15550100201")
            .with("customer.name", "John Doe").with("customer.id", "1").with("customer.url", "https://example.com/customers/1")
            .with("ticket.number", "1234").with("ticket.title", "The blue widget squeaks").with("ticket.id", "1")
            .with("ticket.url", "https://example.com/tickets/1").with("call.id", "CA0123456789abcdef0123456789abcdef");

    private ExampleFacts() { }
}
