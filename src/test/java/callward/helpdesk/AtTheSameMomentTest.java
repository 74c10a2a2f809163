package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import callward.access.GivenAudit;
import callward.house.GivenClock;
import callward.house.SameMoment;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people write down the same number: one of them has it, the other is told so. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AtTheSameMomentTest {

    private static final String NUMBER = "+15550101234";

    private final TestEntities entities = TestEntities.open();
    private final TestEntities others = TestEntities.open();

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    void the_second_ticket_of_a_number_is_refused_and_may_be_kept_under_another() {
        Ticket late = ticket("The other squeaks");
        NumberTaken taken = assertInstanceOf(NumberTaken.class, SameMoment.of(entities, () -> tickets(entities).save(ticket("It squeaks")), others, () -> tickets(others).save(late)));
        assertEquals("There is a ticket 1234 already.", taken.saying().inEnglish());
        assertEquals("It squeaks", TestDatabase.value("select title from callward.ticket"));
        late.setNumber("1235");
        others.once(() -> tickets(others).save(late));
        assertEquals("The other squeaks", TestDatabase.value("select title from callward.ticket where number = '1235'"));
    }

    @Test
    void the_second_customer_of_a_number_is_refused_and_may_be_kept_with_another() {
        Customer late = customer("Jane");
        assertInstanceOf(NumberTaken.class, SameMoment.of(entities, () -> customers(entities).save(customer("John")), others, () -> customers(others).save(late)));
        assertEquals("John", TestDatabase.value("select name from callward.customer"));
        Customer again = late.again();
        again.setNumbers(List.of(PhoneNumber.of("+15550101235")));
        others.once(() -> customers(others).save(again));
        assertEquals(List.of(NUMBER, "+15550101235"), TestDatabase.column("select number from callward.customer_number order by number"));
    }

    @Test
    void a_number_that_two_known_customers_are_given_is_one_of_theirs() {
        Customer john = kept("John", "+15550101001");
        Customer jane = kept("Jane", "+15550101002");
        john.setNumbers(List.of(PhoneNumber.of(NUMBER)));
        jane.setNumbers(List.of(PhoneNumber.of(NUMBER)));
        assertInstanceOf(NumberTaken.class, SameMoment.of(entities, () -> customers(entities).save(john), others, () -> customers(others).save(jane)));
        assertEquals(List.of("+15550101002", NUMBER), TestDatabase.column("select number from callward.customer_number order by number"));
    }

    private Customer kept(String name, String number) {
        Customer customer = customer(name);
        customer.setNumbers(List.of(PhoneNumber.of(number)));
        return entities.once(() -> customers(entities).save(customer));
    }

    private static Tickets tickets(TestEntities entities) {
        return Wired.with(entities.manager(), new GivenAudit(), new GivenClock()).bean(Tickets.class);
    }

    private static Customers customers(TestEntities entities) {
        return Wired.with(entities.manager(), new GivenAudit()).bean(Customers.class);
    }

    private static Ticket ticket(String title) {
        Ticket ticket = new Ticket();
        ticket.setNumber("1234");
        ticket.setTitle(title);
        return ticket;
    }

    private static Customer customer(String name) {
        Customer customer = new Customer();
        customer.setName(name);
        customer.setNumbers(List.of(PhoneNumber.of(NUMBER)));
        return customer;
    }
}
