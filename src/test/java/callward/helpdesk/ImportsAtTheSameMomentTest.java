package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import callward.access.GivenAudit;
import callward.house.GivenClock;
import callward.house.SameMoment;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two people take in sheets that overlap: the second waits, and then knows what the first has written. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ImportsAtTheSameMomentTest {

    private final TestEntities entities = TestEntities.open();
    private final TestEntities others = TestEntities.open();
    private final List<ImportResult> results = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        TestDatabase.empty();
    }

    @Test
    void a_ticket_that_the_first_sheet_brings_is_known_to_the_second() {
        assertNull(SameMoment.of(entities, () -> tickets(entities, "number,title\n1,It squeaks\n2,It leaks\n"), others, () -> tickets(others, "number,title\n2,It drips\n1,It creaks\n")));
        assertEquals(List.of("2+0", "0+2"), results.stream().map(result -> result.added() + "+" + result.changed()).toList());
        assertEquals(List.of("It creaks", "It drips"), TestDatabase.column("select title from callward.ticket order by number"));
    }

    @Test
    void so_is_a_customer() {
        assertNull(SameMoment.of(entities, () -> customers(entities, "name,numbers\nJohn,+15550101234\n"), others, () -> customers(others, "name,numbers\nJohn Doe,+15550101234\n")));
        assertEquals(List.of("John Doe"), TestDatabase.column("select name from callward.customer"));
    }

    @Test
    void sheets_of_the_same_rows_in_opposite_orders_do_not_wait_for_each_other_for_ever() {
        entities.once(() -> tickets(entities, sheet(1, 400, 1)));
        for (int round = 0; round < 3; round++) {
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> others.once(() -> tickets(others, sheet(400, 1, -1))));
            entities.once(() -> tickets(entities, sheet(1, 400, 1)));
            second.orTimeout(30, TimeUnit.SECONDS).join();
        }
        assertEquals("400", TestDatabase.value("select count(*) from callward.ticket"));
    }

    /** Every title is new, so that every row is changed. */
    private String sheet(int from, int to, int step) {
        return IntStream.iterate(from, number -> step > 0 ? number <= to : number >= to, number -> number + step)
                .mapToObj(number -> number + ",Title " + System.nanoTime()).collect(Collectors.joining("\n", "number,title\n", "\n"));
    }

    private void tickets(TestEntities whose, String csv) {
        results.add(Wired.with(whose.manager(), new GivenAudit(), new GivenClock()).bean(ImportTickets.class).from(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void customers(TestEntities whose, String csv) {
        results.add(Wired.with(whose.manager(), new GivenAudit()).bean(ImportCustomers.class).from(csv.getBytes(StandardCharsets.UTF_8)));
    }
}
