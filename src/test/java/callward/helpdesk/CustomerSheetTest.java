package callward.helpdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.phone.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerSheetTest {

    @Test
    void every_column_is_read_and_numbers_are_brought_into_one_form() {
        CustomerSheet sheet = sheet("""
                Name,Company,Email,Numbers,Note,URL
                John Doe,"Doe, Inc.",john@example.com,+1 (555) 010-0123; 0049 30 123456,calls on Mondays,https://crm.example.com/7
                """);

        assertEquals(List.of(), sheet.problems);
        assertEquals(List.of(new CustomerSheet.Row(2, "John Doe", "Doe, Inc.", "john@example.com",
                Set.of(new PhoneNumber("+15550100123"), new PhoneNumber("+4930123456")), "calls on Mondays",
                "https://crm.example.com/7")), sheet.rows);
    }

    @Test
    void a_spreadsheet_that_writes_semicolons_and_a_byte_order_mark_is_understood() {
        CustomerSheet sheet = sheet("\uFEFFname;email\nJosé;jose@example.es\n");

        assertEquals(List.of(), sheet.problems);
        assertEquals("José", sheet.rows.get(0).name());
    }

    @Test
    void what_a_spreadsheet_calls_unicode_is_not_taken_for_text() {
        CustomerSheet sheet = new CustomerSheet("name;email\nJohn;john@example.com\n".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of(new LineProblem(0, "import.notUtf8", "")), sheet.problems);
    }

    @Test
    void each_line_that_is_wrong_is_named_with_what_was_found() {
        CustomerSheet sheet = sheet("""
                name,email,numbers,url
                Ann,not a mail address,,
                ,x@example.com,,
                Bo,,5550100,
                Tom,,,javascript:alert(1)
                """);

        assertEquals(List.of(
                new LineProblem(2, "import.email", "not a mail address"),
                new LineProblem(3, "import.noName", ""),
                new LineProblem(4, "import.number", "5550100"),
                new LineProblem(5, "import.url", "javascript:alert(1)")), sheet.problems);
    }

    @Test
    void one_number_cannot_belong_to_two_lines() {
        CustomerSheet sheet = sheet("name,numbers\nAnn,+15550100123\nBo,+1 555 010 0123\n");

        assertEquals(List.of(new LineProblem(3, "import.numberTwice", "+15550100123")), sheet.problems);
    }

    @Test
    void an_unknown_or_missing_column_is_named_once_and_nothing_is_read() {
        CustomerSheet sheet = sheet("nome,email\nAnn,a@example.com\nBo,b@example.com\n");

        assertEquals(List.of(new LineProblem(1, "import.unknownColumn", "nome"), new LineProblem(1, "import.missingColumn", "name")),
                sheet.problems);
    }

    @Test
    void a_line_with_more_cells_than_the_header_is_refused() {
        assertEquals(List.of(new LineProblem(2, "import.tooManyCells", "3")), sheet("name,email\nDoe,John,j@example.com\n").problems);
    }

    @Test
    void what_is_not_a_sheet_is_refused_with_one_reason() {
        assertEquals("import.notUtf8", only(new CustomerSheet(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0})));
        assertEquals("import.empty", only(sheet("name\n")));
        assertEquals("import.empty", only(sheet("")));
        assertEquals("import.tooBig", only(new CustomerSheet(new byte[Sheet.MAX_BYTES + 1])));
        assertEquals("import.tooManyLines", only(sheet("name\n" + "Ann\n".repeat(Sheet.MAX_LINES + 1))));
    }

    @Test
    void empty_lines_are_passed_over() {
        assertTrue(sheet("name,email\n\n,,\nAnn,\n").rows.stream().map(CustomerSheet.Row::name).toList().equals(List.of("Ann")));
    }

    private static String only(CustomerSheet sheet) {
        assertEquals(1, sheet.problems.size(), sheet.problems.toString());
        return sheet.problems.get(0).key();
    }

    private static CustomerSheet sheet(String text) {
        return new CustomerSheet(text.getBytes(StandardCharsets.UTF_8));
    }
}
