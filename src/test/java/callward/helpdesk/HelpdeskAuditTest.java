package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.access.GivenAudit;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes a customer or a ticket is written down, by the page and by the API: both come through here. */
class HelpdeskAuditTest {

    private final TestEntities entities = TestEntities.open();
    private final GivenAudit audit = new GivenAudit();
    private final Customers customers = Wired.with(entities.manager(), audit).bean(Customers.class);
    private final Tickets tickets = Wired.with(entities.manager(), audit, new GivenClock()).bean(Tickets.class);

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    void a_customer() {
        Customer john = new Customer();
        john.setName("John Doe");
        john.setNumbers(List.of(PhoneNumber.of("+15550101234")));
        long id = entities.once(() -> customers.save(john)).getId();
        assertEquals("customers " + id + " CREATED {} {company=null, email=null, name=John Doe, numbers=+15550101234, url=null}", audit.entries.getLast());

        Customer changed = entities.once(() -> customers.find(id)).orElseThrow();
        changed.setEmail("john@doe.example");
        entities.once(() -> customers.save(changed));
        assertEquals("customers " + id + " CHANGED {company=null, email=null, name=John Doe, numbers=+15550101234, url=null}"
                + " {company=null, email=john@doe.example, name=John Doe, numbers=+15550101234, url=null}", audit.entries.getLast());

        entities.once(() -> customers.delete(id));
        assertEquals("customers " + id + " DELETED {name=John Doe} {}", audit.entries.getLast());
    }

    @Test
    void that_something_was_noted_of_a_customer_but_not_what() {
        Customer john = new Customer();
        john.setName("John Doe");
        long id = entities.once(() -> customers.save(john)).getId();
        for (String note : List.of("owes us money", "has paid")) {
            Customer noted = entities.once(() -> customers.find(id)).orElseThrow();
            noted.setNote(note);
            entities.once(() -> customers.save(noted));
        }
        assertEquals("customers " + id + " CHANGED {company=null, email=null, name=John Doe, note=…, numbers=, url=null}"
                + " {company=null, email=null, name=John Doe, note=… (new), numbers=, url=null}", audit.entries.getLast());
        assertFalse(audit.entries.toString().contains("money"));
    }

    @Test
    void a_ticket() {
        Ticket ticket = new Ticket();
        ticket.setNumber("1234");
        ticket.setTitle("The blue widget squeaks");
        entities.once(() -> tickets.save(ticket));
        assertEquals("tickets 1234 CREATED {} {customer=null, number=1234, state=OPEN, title=The blue widget squeaks, url=null}", audit.entries.getLast());

        Ticket settled = entities.once(() -> tickets.numbered("1234")).orElseThrow();
        settled.setState(Ticket.State.CLOSED);
        entities.once(() -> tickets.save(settled));
        assertEquals("tickets 1234 CHANGED {customer=null, number=1234, state=OPEN, title=The blue widget squeaks, url=null}"
                + " {customer=null, number=1234, state=CLOSED, title=The blue widget squeaks, url=null}", audit.entries.getLast());

        entities.once(() -> tickets.delete("1234"));
        assertEquals("tickets 1234 DELETED {customer=null, number=1234, state=CLOSED, title=The blue widget squeaks, url=null} {}", audit.entries.getLast());
    }
}
