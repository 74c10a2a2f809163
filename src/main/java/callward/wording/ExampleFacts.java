package callward.wording;

/** What every call may know, with an example of each: for previews, and for the list of names that a text may hold in braces. */
public final class ExampleFacts {

    public static final Facts ALL = Facts.NONE
            .with("caller.number", "+15550101234").with("caller.shown", "+1 555-010-1234")
            .with("line.name", "Widgets Incorporated").with("line.number", "+15550100100")
            .with("customer.name", "John Doe").with("ticket.number", "1234").with("ticket.title", "The blue widget squeaks");

    private ExampleFacts() { }
}
