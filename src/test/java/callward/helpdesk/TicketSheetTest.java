package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketSheetTest {

    @Test
    void a_ticket_is_open_unless_the_sheet_says_otherwise() {
        TicketSheet sheet = sheet("number,title,state,customer\n1234,No dial tone,,+15550100123\n1235,Wrong bill,closed,John Doe\n");

        assertEquals(List.of(), sheet.problems);
        assertEquals(List.of(
                new TicketSheet.Row(2, "1234", "No dial tone", Ticket.State.OPEN, "+15550100123", null),
                new TicketSheet.Row(3, "1235", "Wrong bill", Ticket.State.CLOSED, "John Doe", null)), sheet.rows);
    }

    @Test
    void a_number_that_no_caller_can_type_is_refused() {
        assertEquals(List.of(new LineProblem(2, "import.ticketNumber", "T-12")), sheet("number,title\nT-12,Broken\n").problems);
    }

    @Test
    void doubled_numbers_missing_titles_and_unknown_states_are_refused_by_line() {
        assertEquals(List.of(
                new LineProblem(3, "import.ticketTwice", "1"),
                new LineProblem(4, "import.noTitle", ""),
                new LineProblem(5, "import.state", "waiting")),
                sheet("number,title,state\n1,a,\n1,b,\n2,,\n3,c,waiting\n").problems);
    }

    private static TicketSheet sheet(String text) {
        return new TicketSheet(text.getBytes(StandardCharsets.UTF_8));
    }
}
