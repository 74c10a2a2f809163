package callward.helpdesk;

import callward.settings.KeptText;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A CSV file with a header line, read whole. Comma or semicolon: spreadsheets write what their country uses. */
final class Sheet {

    static final int MAX_BYTES = 5_000_000;
    static final int MAX_LINES = 20_000;

    /** One line: its number as a spreadsheet counts, and its cells by column. Empty cells are left out. */
    record Line(long number, Map<String, String> cells) {

        String get(String column) {
            return cells.get(column);
        }
    }

    final List<Line> lines = new ArrayList<>();
    final List<LineProblem> problems = new ArrayList<>();

    private Sheet() { }

    /** @param columns all that may occur; @param required those that must */
    static Sheet read(byte[] content, List<String> columns, List<String> required) {
        Sheet sheet = new Sheet();
        if (content.length > MAX_BYTES) {
            sheet.refuse(0, "import.tooBig", Integer.toString(MAX_BYTES / 1_000_000));
            return sheet;
        }
        try {
            sheet.fill(text(content), columns, required);
        } catch (CharacterCodingException e) {
            sheet.refuse(0, "import.notUtf8", "");
        } catch (CsvParseException e) {
            sheet.refuse(0, "import.notCsv", "");
        }
        return sheet;
    }

    void refuse(long line, String key, String value) {
        problems.add(new LineProblem(line, key, value));
    }

    private void fill(String text, List<String> columns, List<String> required) {
        List<String> header = null;
        for (CsvRecord record : CsvReader.builder().fieldSeparator(separator(text)).allowExtraFields(true).allowMissingFields(true)
                .ofCsvRecord(text)) {
            if (header == null) {
                header = record.getFields().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
                checkHeader(header, columns, required);
            } else if (record.getFieldCount() > header.size()) {
                refuse(record.getStartingLineNumber(), "import.tooManyCells", Integer.toString(record.getFieldCount()));
            } else {
                add(record, header);
            }
            if (!problems.isEmpty() && lines.isEmpty() && problems.get(0).line() == 1 || lines.size() > MAX_LINES) {
                break;
            }
        }
        if (lines.size() > MAX_LINES) {
            refuse(0, "import.tooManyLines", Integer.toString(MAX_LINES));
        } else if (lines.isEmpty() && problems.isEmpty()) {
            refuse(0, "import.empty", "");
        }
    }

    private void checkHeader(List<String> header, List<String> columns, List<String> required) {
        for (String name : header) {
            if (!columns.contains(name)) {
                refuse(1, "import.unknownColumn", name);
            }
        }
        for (String name : required) {
            if (!header.contains(name)) {
                refuse(1, "import.missingColumn", name);
            }
        }
    }

    private void add(CsvRecord record, List<String> header) {
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String cell = record.getField(i).strip();
            if (!cell.isEmpty()) {
                cells.put(header.get(i), cell);
            }
        }
        if (!cells.isEmpty()) {
            lines.add(new Line(record.getStartingLineNumber(), cells));
        }
    }

    private static String text(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        if (!KeptText.is(text)) {
            throw new MalformedInputException(1); // UTF-16, as a rule
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    }
}
