package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.house.BuiltWar;
import callward.house.Covers;
import callward.phone.PhoneNumber;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: what a call asks of our own helpdesk, and how people fill it. */
@ExtendWith(ArquillianExtension.class)
class HelpdeskIT {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(HelpdeskIT.class, Covers.class);
    }

    @Inject
    Helpdesk helpdesk;
    @Inject
    Customers customers;
    @Inject
    Tickets tickets;
    @Inject
    ImportCustomers importCustomers;
    @Inject
    ImportTickets importTickets;

    /** Tests share one database: each has names and numbers of its own. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String digits = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 20).substring(0, 9);

    @Test
    @Covers("S0.11")
    void a_customer_is_found_by_any_of_his_numbers_and_leads_to_our_page() {
        Customer ann = customer("Ann " + mark, "+1" + digits, "+44" + digits);

        Optional<CustomerFound> found = helpdesk.customerWith(new PhoneNumber("+44" + digits));

        assertEquals(Optional.of(new CustomerFound(ann.getId().toString(), "Ann " + mark, "/customers/customer?id=" + ann.getId())), found);
        assertEquals(Optional.empty(), helpdesk.customerWith(new PhoneNumber("+49" + digits)));
    }

    @Test
    @Covers("S0.07")
    void a_customer_with_a_page_in_another_system_leads_there() {
        Customer bo = customer("Bo " + mark, "+1" + digits);
        bo.setUrl("https://crm.example.com/" + mark);
        customers.save(bo);

        assertEquals("https://crm.example.com/" + mark, helpdesk.customerWith(new PhoneNumber("+1" + digits)).orElseThrow().url());
    }

    @Test
    @Covers("S0.03")
    void a_ticket_is_found_by_its_number_with_its_customer() {
        Customer tom = customer("Tom " + mark, "+1" + digits);
        ticket(digits, "It squeaks", tom);

        TicketFound found = helpdesk.ticketNumbered(digits).orElseThrow();

        assertEquals("It squeaks", found.title());
        assertEquals("/tickets/ticket?number=" + digits, found.url());
        assertEquals("Tom " + mark, found.customer().orElseThrow().name());
        assertEquals(Optional.empty(), helpdesk.ticketNumbered(digits + "0"));
    }

    @Test
    void a_ticket_may_be_nobodys() {
        ticket(digits, "Whose is it?", null);

        assertEquals(Optional.empty(), helpdesk.ticketNumbered(digits).orElseThrow().customer());
    }

    @Test
    void people_find_a_customer_by_part_of_his_name_company_or_number() {
        Customer customer = customer("Søren 100%_" + mark, "+1" + digits);
        customer.setCompany("Widgets " + mark);
        customers.save(customer);

        for (String text : List.of("søren 100%_" + mark, "WIDGETS " + mark, digits, "+1 " + digits.substring(0, 3) + " " + digits.substring(3))) {
            assertEquals(1, customers.count(text), text);
            assertEquals(customer.getId(), customers.page(text, 0, 10).get(0).getId(), text);
        }
        assertEquals(0, customers.count("100_%" + mark), "% and _ stand for themselves");
    }

    @Test
    void a_number_taken_from_a_customer_is_his_no_longer() {
        Customer customer = customer("Eve " + mark, "+1" + digits, "+44" + digits);
        customer.setNumbers(List.of(new PhoneNumber("+44" + digits)));
        customers.save(customer);

        assertFalse(helpdesk.customerWith(new PhoneNumber("+1" + digits)).isPresent());
        assertTrue(helpdesk.customerWith(new PhoneNumber("+44" + digits)).isPresent());
    }

    @Test
    void a_deleted_customer_leaves_his_tickets() {
        Customer customer = customer("Gus " + mark, "+1" + digits);
        ticket(digits, "Left behind", customer);
        customers.delete(customer.getId());

        assertEquals(Optional.empty(), helpdesk.customerWith(new PhoneNumber("+1" + digits)));
        assertEquals(Optional.empty(), helpdesk.ticketNumbered(digits).orElseThrow().customer());
    }

    @Test
    void a_sheet_adds_new_customers_and_changes_those_it_knows_by_number() {
        Customer known = customer("Old name " + mark, "+1" + digits);

        ImportResult result = importCustomers.from(csv("name,numbers,company\nNew name " + mark + ",+1" + digits + ";+44" + digits + ",Acme\n"
                + "Another " + mark + ",,\n"));

        assertEquals(new ImportResult(1, 1, List.of()), result);
        Customer changed = customers.find(known.getId()).orElseThrow();
        assertEquals("New name " + mark, changed.getName());
        assertEquals(2, changed.getNumbers().size());
    }

    @Test
    void a_sheet_with_one_wrong_line_changes_nothing() {
        ImportResult result = importCustomers.from(csv("name,numbers\nGood " + mark + ",+1" + digits + "\nBad " + mark + ",12\n"));

        assertEquals(List.of(new LineProblem(3, "import.number", "12")), result.problems());
        assertEquals(0, customers.count(mark));
    }

    @Test
    void a_line_whose_numbers_belong_to_two_customers_is_refused() {
        customer("One " + mark, "+1" + digits);
        customer("Two " + mark, "+44" + digits);

        ImportResult result = importCustomers.from(csv("name,numbers\nBoth " + mark + ",+1" + digits + ";+44" + digits + "\n"));

        assertEquals(List.of(new LineProblem(2, "import.twoOwners", "Both " + mark)), result.problems());
    }

    @Test
    void a_sheet_of_tickets_finds_customers_by_name_or_number() {
        customer("Nora " + mark, "+1" + digits);

        ImportResult result = importTickets.from(csv("number,title,state,customer\n1" + digits + ",By name,open,nora " + mark + "\n2" + digits
                + ",By number,closed,+1" + digits + "\n"));

        assertEquals(new ImportResult(2, 0, List.of()), result);
        assertEquals("Nora " + mark, tickets.numbered("1" + digits).orElseThrow().getCustomer().getName());
        assertEquals(Ticket.State.CLOSED, tickets.numbered("2" + digits).orElseThrow().getState());
        assertEquals("import.noSuchCustomer", importTickets.from(csv("number,title,customer\n3" + digits + ",x,Nobody " + mark + "\n"))
                .problems().get(0).key());
    }

    private Customer customer(String name, String... numbers) {
        Customer customer = new Customer();
        customer.setName(name);
        customer.setNumbers(List.of(numbers).stream().map(PhoneNumber::new).toList());
        return customers.save(customer);
    }

    private void ticket(String number, String title, Customer customer) {
        Ticket ticket = new Ticket();
        ticket.setNumber(number);
        ticket.setTitle(title);
        ticket.setCustomer(customer);
        tickets.save(ticket);
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
