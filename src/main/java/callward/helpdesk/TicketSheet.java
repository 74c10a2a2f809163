package callward.helpdesk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A CSV file of tickets, checked as far as that goes without the database. */
final class TicketSheet {

    static final List<String> COLUMNS = List.of("number", "title", "state", "customer", "url");

    /** @param customer his name or one of his phone numbers, null for nobody */
    record Row(long line, String number, String title, Ticket.State state, String customer, String url) { }

    final List<Row> rows = new ArrayList<>();
    final List<LineProblem> problems;
    private final Set<String> seen = new HashSet<>();
    private final Sheet sheet;

    TicketSheet(byte[] content) {
        sheet = Sheet.read(content, COLUMNS, List.of("number", "title"));
        problems = sheet.problems;
        sheet.lines.forEach(this::add);
    }

    void refuse(Row row, String key, String value) {
        sheet.refuse(row.line(), key, value);
    }

    private void add(Sheet.Line line) {
        String number = line.get("number");
        if (number == null || !Ticket.NUMBER.matcher(number).matches()) {
            sheet.refuse(line.number(), "import.ticketNumber", number == null ? "" : number);
        } else if (!seen.add(number)) {
            sheet.refuse(line.number(), "import.ticketTwice", number);
        }
        if (line.get("title") == null) {
            sheet.refuse(line.number(), "import.noTitle", "");
        }
        rows.add(new Row(line.number(), number, line.get("title"), state(line), line.get("customer"), url(line)));
    }

    private Ticket.State state(Sheet.Line line) {
        String text = line.get("state");
        try {
            return text == null ? Ticket.State.OPEN : Ticket.State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            sheet.refuse(line.number(), "import.state", text);
            return Ticket.State.OPEN;
        }
    }

    private String url(Sheet.Line line) {
        try {
            return WebAddress.checked(line.get("url"));
        } catch (IllegalArgumentException e) {
            sheet.refuse(line.number(), "import.url", line.get("url"));
            return null;
        }
    }
}
