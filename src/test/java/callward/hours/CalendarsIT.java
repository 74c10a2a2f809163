package callward.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.flow.Span;
import callward.house.BuiltWar;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: calendars as calls read them, with the libraries as the server lets them work. */
@ExtendWith(ArquillianExtension.class)
class CalendarsIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant CHRISTMAS = Instant.parse("2026-12-25T10:00:00Z");

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(CalendarsIT.class);
    }

    @Inject
    CalendarBook book;
    @Inject
    Calendars calendars;

    private final String key = "it" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_somebody_changes_counts_for_the_next_call() {
        book.add(key, text("ES"));
        assertEquals(Optional.of(true), calendars.isOpen(key, MONDAY));
        assertEquals(Optional.of(false), calendars.isOpen(key, CHRISTMAS), "a public holiday");
        book.work(key, "CHRISTMAS", true);
        assertEquals(Optional.of(true), calendars.isOpen(key, CHRISTMAS));
        book.takeIn(key, "days.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20151225\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of(false), calendars.isOpen(key, CHRISTMAS));
        book.delete(key);
        assertEquals(Optional.empty(), calendars.isOpen(key, MONDAY));
    }

    @Test
    void a_change_that_is_rolled_back_never_counts() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        book.add(key, text(null));
        transaction.rollback();
        assertEquals(Optional.empty(), calendars.isOpen(key, MONDAY));
    }

    private static CalendarText text(String country) {
        return new CalendarText("Test", "UTC", country, null, Map.of(DayOfWeek.MONDAY, List.of(new Span(540, 1020)), DayOfWeek.FRIDAY,
                List.of(new Span(540, 1020))));
    }
}
