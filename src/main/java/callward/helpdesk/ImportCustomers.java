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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes in a sheet of customers, whole or not at all. A row with a number that somebody has already changes that customer. */
@ApplicationScoped
public class ImportCustomers {

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Audit audit;

    /** @throws NumberTaken when somebody has just written down one of the numbers himself */
    @Transactional
    public ImportResult from(byte[] csv) {
        CustomerSheet sheet = new CustomerSheet(csv);
        if (!sheet.problems.isEmpty()) {
            return ImportResult.refused(sheet.problems);
        }
        ImportTurn.await(entities);
        Map<String, Long> owners = owners();
        for (CustomerSheet.Row row : sheet.rows) {
            if (ownersOf(row, owners).size() > 1) {
                sheet.problems.add(new LineProblem(row.line(), "import.twoOwners", row.name()));
            }
        }
        return sheet.problems.isEmpty() ? keep(sheet.rows, owners) : ImportResult.refused(sheet.problems);
    }

    private ImportResult keep(List<CustomerSheet.Row> rows, Map<String, Long> owners) {
        entities.setFlushMode(FlushModeType.COMMIT);
        int changed = 0;
        for (CustomerSheet.Row row : rows) {
            Set<Long> owner = ownersOf(row, owners);
            if (owner.isEmpty()) {
                Customer customer = new Customer();
                fill(customer, row);
                entities.persist(customer);
            } else {
                fill(entities.find(Customer.class, owner.iterator().next()), row);
                changed++;
            }
        }
        Duplicate.refused(entities, () -> new NumberTaken("import.meanwhile")); // before the log, which everybody waits for who holds one of these rows
        audit.note("customers", "-", "CSV", Deed.IMPORTED, Map.of(), Map.of("new", String.valueOf(rows.size() - changed), "changed", String.valueOf(changed)));
        return new ImportResult(rows.size() - changed, changed, List.of());
    }

    /** An empty cell leaves what is known as it is; numbers are added, never taken away. */
    private static void fill(Customer customer, CustomerSheet.Row row) {
        customer.setName(row.name());
        Set<PhoneNumber> numbers = new HashSet<>(customer.getNumbers());
        numbers.addAll(row.numbers());
        customer.setNumbers(numbers);
        if (row.company() != null) {
            customer.setCompany(row.company());
        }
        if (row.email() != null) {
            customer.setEmail(row.email());
        }
        if (row.note() != null) {
            customer.setNote(row.note());
        }
        if (row.url() != null) {
            customer.setUrl(row.url());
        }
    }

    private static Set<Long> ownersOf(CustomerSheet.Row row, Map<String, Long> owners) {
        Set<Long> found = new HashSet<>();
        row.numbers().forEach(number -> {
            Long owner = owners.get(number.e164());
            if (owner != null) {
                found.add(owner);
            }
        });
        return found;
    }

    /** Asked once: a question per row would take minutes for a large sheet. */
    private Map<String, Long> owners() {
        Map<String, Long> owners = new HashMap<>();
        entities.createQuery("select n, c.id from Customer c join c.numbers n", Object[].class).getResultStream()
                .forEach(row -> owners.put((String) row[0], (Long) row[1]));
        return owners;
    }
}
