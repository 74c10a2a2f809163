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
