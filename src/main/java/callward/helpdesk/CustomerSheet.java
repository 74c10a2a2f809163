package callward.helpdesk;

import callward.phone.PhoneNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A CSV file of customers, checked as far as that goes without the database. */
final class CustomerSheet {

    static final List<String> COLUMNS = List.of("name", "company", "email", "numbers", "note", "url");

    record Row(long line, String name, String company, String email, Set<PhoneNumber> numbers, String note, String url) { }

    final List<Row> rows = new ArrayList<>();
    final List<LineProblem> problems;
    private final Map<PhoneNumber, Long> lineOf = new HashMap<>();
    private final Sheet sheet;

    CustomerSheet(byte[] content) {
        sheet = Sheet.read(content, COLUMNS, List.of("name"));
        problems = sheet.problems;
        sheet.lines.forEach(this::add);
    }

    private void add(Sheet.Line line) {
        if (line.get("name") == null) {
            sheet.refuse(line.number(), "import.noName", "");
        }
        if (line.get("email") != null && !line.get("email").matches("[^@\\s]+@[^@\\s]+")) {
            sheet.refuse(line.number(), "import.email", line.get("email"));
        }
        rows.add(new Row(line.number(), line.get("name"), line.get("company"), line.get("email"), numbers(line), line.get("note"), url(line)));
    }

    private Set<PhoneNumber> numbers(Sheet.Line line) {
        Set<PhoneNumber> numbers = new TreeSet<>();
        String cell = line.get("numbers");
        if (cell == null) {
            return numbers;
        }
        for (String text : cell.split("[;|,\\n]")) {
            if (!text.isBlank()) {
                PhoneNumber.in(text.strip()).ifPresentOrElse(numbers::add, () -> sheet.refuse(line.number(), "import.number", text.strip()));
            }
        }
        for (PhoneNumber number : numbers) {
            if (lineOf.putIfAbsent(number, line.number()) != null) {
                sheet.refuse(line.number(), "import.numberTwice", number.e164());
            }
        }
        return numbers;
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
