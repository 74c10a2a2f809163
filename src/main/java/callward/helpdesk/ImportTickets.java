package callward.helpdesk;

import callward.access.Audit;
import callward.access.Deed;
import callward.phone.PhoneNumber;
import callward.settings.Duplicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes in a sheet of tickets, whole or not at all. A row with a known ticket's number changes that ticket. */
@ApplicationScoped
public class ImportTickets {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /** @throws NumberTaken when somebody has just written down one of the numbers himself */
    @Transactional
    public ImportResult from(byte[] csv) {
        TicketSheet sheet = new TicketSheet(csv);
        if (!sheet.problems.isEmpty()) {
            return ImportResult.refused(sheet.problems);
        }
        ImportTurn.await(entities);
        Map<String, Long> customers = customers();
        for (TicketSheet.Row row : sheet.rows) {
            if (row.customer() != null && !customers.containsKey(known(row.customer()))) {
                sheet.refuse(row, "import.noSuchCustomer", row.customer());
            }
        }
        return sheet.problems.isEmpty() ? keep(sheet.rows, customers) : ImportResult.refused(sheet.problems);
    }

    private ImportResult keep(List<TicketSheet.Row> rows, Map<String, Long> customers) {
        entities.setFlushMode(FlushModeType.COMMIT);
        Map<String, Long> numbers = new HashMap<>();
        entities.createQuery("select t.number, t.id from Ticket t", Object[].class).getResultStream()
                .forEach(row -> numbers.put((String) row[0], (Long) row[1]));
        int changed = 0;
        for (TicketSheet.Row row : rows) {
            Long id = numbers.get(row.number());
            Ticket ticket = id == null ? new Ticket() : entities.find(Ticket.class, id);
            fill(ticket, row, customers);
            if (id == null) {
                ticket.setCreatedAt(clock.instant());
                entities.persist(ticket);
            } else {
                changed++;
            }
        }
        Duplicate.refused(entities, () -> new NumberTaken("import.meanwhile")); // before the log, which everybody waits for who holds one of these rows
        audit.note("tickets", "-", "CSV", Deed.IMPORTED, Map.of(), Map.of("new", String.valueOf(rows.size() - changed), "changed", String.valueOf(changed)));
        return new ImportResult(rows.size() - changed, changed, List.of());
    }

    private void fill(Ticket ticket, TicketSheet.Row row, Map<String, Long> customers) {
        ticket.setNumber(row.number());
        ticket.setTitle(row.title());
        ticket.setState(row.state());
        if (row.customer() != null) {
            ticket.setCustomer(entities.find(Customer.class, customers.get(known(row.customer()))));
        }
        if (row.url() != null) {
            ticket.setUrl(row.url());
        }
    }

    private static String known(String customer) {
        return PhoneNumber.in(customer).map(PhoneNumber::e164).orElseGet(() -> customer.strip().toLowerCase(Locale.ROOT));
    }

    /** By name and by number, asked once. Of two with the same name the older one counts. */
    private Map<String, Long> customers() {
        Map<String, Long> customers = new HashMap<>();
        entities.createQuery("select c.name, c.id from Customer c order by c.id", Object[].class).getResultStream()
                .forEach(row -> customers.putIfAbsent(((String) row[0]).strip().toLowerCase(Locale.ROOT), (Long) row[1]));
        entities.createQuery("select n, c.id from Customer c join c.numbers n", Object[].class).getResultStream()
                .forEach(row -> customers.put((String) row[0], (Long) row[1]));
        return customers;
    }
}
