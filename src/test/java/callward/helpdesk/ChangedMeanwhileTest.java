package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.access.GivenAudit;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people have the same page open: who saves last does not undo what the other has written. */
class ChangedMeanwhileTest {

    private final TestEntities entities = TestEntities.open();
    private final GivenAudit audit = new GivenAudit();
    private final Customers customers = Wired.with(entities.manager(), audit).bean(Customers.class);
    private final Tickets tickets = Wired.with(entities.manager(), audit, new GivenClock()).bean(Tickets.class);

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    void the_second_change_of_a_customer_is_refused() {
        long id = john();
        Customer one = customer(id);
        Customer other = customer(id);
        Map<String, String> seen = one.content();
        one.setNote("has paid");
        entities.once(() -> customers.save(one, seen));
        other.setEmail("john@doe.example");
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> customers.save(other, seen)));
        assertEquals("has paid", customer(id).getNote());
        assertEquals(null, customer(id).getEmail());

        Customer again = customer(id);
        Map<String, String> known = again.content();
        again.setEmail("john@doe.example");
        entities.once(() -> customers.save(again, known));
        assertEquals("john@doe.example", customer(id).getEmail());
        assertEquals("has paid", customer(id).getNote());
    }

    @Test
    void another_number_is_a_change_too() {
        long id = john();
        Customer one = customer(id);
        Customer other = customer(id);
        Map<String, String> seen = one.content();
        one.setNumbers(List.of(PhoneNumber.of("+15550105678")));
        entities.once(() -> customers.save(one, seen));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> customers.save(other, seen)));
        assertEquals(List.of(PhoneNumber.of("+15550105678")), customer(id).getNumbers());
    }

    @Test
    void who_was_deleted_does_not_come_back() {
        long id = john();
        Customer read = customer(id);
        Map<String, String> seen = read.content();
        entities.once(() -> customers.delete(id));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> customers.save(read, seen)));
        assertEquals(0, entities.once(() -> customers.count("")));
    }

    @Test
    void what_was_changed_since_somebody_has_looked_is_not_deleted() {
        long id = john();
        Customer john = customer(id);
        Map<String, String> seen = john.content();
        john.setNote("has paid");
        entities.once(() -> customers.save(john));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> customers.delete(id, seen)));
        Map<String, String> again = customer(id).content();
        entities.once(() -> customers.delete(id, again));
        assertEquals(0, entities.once(() -> customers.count("")));
        entities.once(() -> customers.delete(id, seen)); // a click too many

        Ticket made = new Ticket();
        made.setNumber("1234");
        made.setTitle("The blue widget squeaks");
        entities.once(() -> tickets.save(made));
        Map<String, String> before = ticket().content();
        Ticket closed = ticket();
        closed.setState(Ticket.State.CLOSED);
        entities.once(() -> tickets.save(closed));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> tickets.delete("1234", before)));
        entities.once(() -> tickets.delete("1234", closed.content()));
        assertEquals(0, entities.once(() -> tickets.count("", null)));
    }

    @Test
    void a_version_is_another_one_whenever_anything_is_changed() {
        Customer john = customer(john());
        String before = Version.of(john.content());
        assertEquals(before, Version.of(customer(john.getId()).content()));
        john.setNote("has paid");
        String noted = Version.of(john.content());
        john.setNote(null);
        john.setCompany("has paid");
        assertEquals(3, Set.of(before, noted, Version.of(john.content())).size());
    }

    @Test
    void a_program_that_says_what_it_has_read_does_not_undo_what_it_has_not() {
        long id = john();
        CustomersResource api = Wired.with(new CustomersOfRequests()).bean(CustomersResource.class);
        String read = api.one(id).version();
        CustomersResource.CustomerRow changed = api.change(id, new CustomersResource.CustomerText("John Doe", null, null, "has paid", null, List.of(), read));
        assertThrows(ChangedMeanwhile.class, () -> api.change(id, new CustomersResource.CustomerText("J. Doe", null, null, null, null, List.of(), read)));
        assertThrows(ChangedMeanwhile.class, () -> api.delete(id, read));
        assertEquals("has paid", customer(id).getNote());
        api.delete(id, changed.version());
        assertEquals(0, entities.once(() -> customers.count("")));
    }

    @Test
    void so_it_is_with_a_ticket() {
        TicketsResource api = Wired.with(new TicketsOfRequests(), customers).bean(TicketsResource.class);
        String made = api.keep("7", new TicketsResource.TicketText("It squeaks", null, null, null, null)).version();
        api.keep("7", new TicketsResource.TicketText("It leaks", null, null, null, null));
        assertThrows(ChangedMeanwhile.class, () -> api.keep("7", new TicketsResource.TicketText("It drips", null, null, null, made)));
        assertThrows(ChangedMeanwhile.class, () -> api.keep("8", new TicketsResource.TicketText("It drips", null, null, null, made)), "it was deleted");
        assertThrows(ChangedMeanwhile.class, () -> api.delete("7", made));
        api.keep("7", new TicketsResource.TicketText("It drips", null, null, null, api.one("7").version()));
        assertEquals("It drips", api.one("7").title());
        api.delete("7", null);
        assertEquals(0, entities.once(() -> tickets.count("", null)));
    }

    /** As a request asks: each question is a transaction, and what was read is managed no more. */
    private final class CustomersOfRequests extends Customers {
        @Override
        public Optional<Customer> find(long id) {
            return Optional.of(customer(id));
        }

        @Override
        public Customer save(Customer customer, Map<String, String> seen) {
            return ChangedMeanwhileTest.this.entities.once(() -> customers.save(customer, seen));
        }

        @Override
        public void delete(long id, Map<String, String> seen) {
            ChangedMeanwhileTest.this.entities.once(() -> customers.delete(id, seen));
        }
    }

    private final class TicketsOfRequests extends Tickets {
        @Override
        public Optional<Ticket> numbered(String number) {
            return ChangedMeanwhileTest.this.entities.once(() -> tickets.numbered(number));
        }

        @Override
        public Ticket save(Ticket ticket) {
            return ChangedMeanwhileTest.this.entities.once(() -> tickets.save(ticket));
        }

        @Override
        public Ticket save(Ticket ticket, Map<String, String> seen) {
            return ChangedMeanwhileTest.this.entities.once(() -> tickets.save(ticket, seen));
        }

        @Override
        public void delete(String number) {
            ChangedMeanwhileTest.this.entities.once(() -> tickets.delete(number));
        }

        @Override
        public void delete(String number, Map<String, String> seen) {
            ChangedMeanwhileTest.this.entities.once(() -> tickets.delete(number, seen));
        }
    }

    @Test
    void the_second_change_of_a_ticket_is_refused() {
        Ticket made = new Ticket();
        made.setNumber("1234");
        made.setTitle("The blue widget squeaks");
        made.setCustomer(customer(john()));
        entities.once(() -> tickets.save(made));
        Ticket one = ticket();
        Ticket other = ticket();
        Map<String, String> seen = one.content();
        Customer renamed = customer(one.getCustomer().getId());
        renamed.setName("John M. Doe"); // is no change of the ticket
        entities.once(() -> customers.save(renamed));
        one.setState(Ticket.State.CLOSED);
        entities.once(() -> tickets.save(one, seen));
        other.setTitle("The widget squeaks");
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> tickets.save(other, seen)));
        assertEquals(Ticket.State.CLOSED, ticket().getState());
        assertEquals("The blue widget squeaks", ticket().getTitle());
    }

    private long john() {
        Customer john = new Customer();
        john.setName("John Doe");
        john.setNumbers(List.of(PhoneNumber.of("+15550101234")));
        return entities.once(() -> customers.save(john)).getId();
    }

    private Customer customer(long id) {
        return entities.once(() -> {
            Customer found = customers.find(id).orElseThrow();
            found.getNumbers();
            return found;
        });
    }

    private Ticket ticket() {
        return entities.once(() -> tickets.numbered("1234")).orElseThrow();
    }
}
