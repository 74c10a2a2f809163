package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.agent.AgentRefused.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OutOfOfficeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void it_begins_with_its_beginning_and_is_over_at_its_end() {
        OutOfOffice out = new OutOfOffice(NOON, NOON.plusSeconds(60), null);
        assertFalse(out.covers(NOON.minusMillis(1)));
        assertTrue(out.covers(NOON));
        assertTrue(out.covers(NOON.plusSeconds(59)));
        assertFalse(out.covers(NOON.plusSeconds(60)));
    }

    @Test
    void the_rest_of_the_day_ends_at_the_company_s_midnight() {
        assertEquals(Instant.parse("2026-11-24T23:00:00Z"), said(null, null, null, true, null).to());
        assertEquals(NOON, said(null, null, null, true, null).from());
        Instant late = Instant.parse("2026-11-24T23:30:00Z"); // 0:30 of the next day in Berlin
        assertEquals(Instant.parse("2026-11-25T23:00:00Z"), said(late, null, null, true, null).to());
    }

    @Test
    void the_last_day_is_a_whole_one_be_it_23_or_25_hours_long() {
        assertEquals(Instant.parse("2026-10-25T23:00:00Z"), new AwayText(Instant.EPOCH, null, LocalDate.of(2026, 10, 25), null, null, null).in(BERLIN, NOON).to());
        assertEquals(Instant.parse("2026-03-29T22:00:00Z"), new AwayText(Instant.EPOCH, null, LocalDate.of(2026, 3, 29), null, null, null).in(BERLIN, NOON).to());
    }

    @Test
    void nobody_is_away_for_ever_by_mistake() {
        refused(Reason.END_MISSING, null, null, null, null, null);
        refused(Reason.END_MISSING, null, null, null, false, false);
        refused(Reason.ENDS_TWICE, null, NOON.plusSeconds(60), null, null, true);
        refused(Reason.ENDS_BEFORE_IT_BEGINS, null, NOON, null, null, null);
        refused(Reason.ENDS_BEFORE_IT_BEGINS, null, null, LocalDate.of(2026, 11, 23), null, null);
        assertEquals(null, said(null, null, null, null, true).to());
    }

    @Test
    void a_reason_is_one_line() {
        assertEquals("Sick", new OutOfOffice(NOON, null, " Sick ").reason());
        assertEquals(null, new OutOfOffice(NOON, null, "  ").reason());
        assertEquals(Reason.REASON_WRONG, assertThrows(AgentRefused.class, () -> new OutOfOffice(NOON, null, "x".repeat(201))).reason());
        assertEquals(Reason.REASON_WRONG, assertThrows(AgentRefused.class, () -> new OutOfOffice(NOON, null, "a\nb")).reason());
    }

    private static void refused(Reason reason, Instant from, Instant to, LocalDate last, Boolean rest, Boolean open) {
        assertEquals(reason, assertThrows(AgentRefused.class, () -> said(from, to, last, rest, open)).reason());
    }

    private static OutOfOffice said(Instant from, Instant to, LocalDate last, Boolean rest, Boolean open) {
        return new AwayText(from, to, last, rest, open, null).in(BERLIN, NOON);
    }
}
