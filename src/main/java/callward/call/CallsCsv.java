package callward.call;

import callward.call.Calls.CallRow;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The call log as a spreadsheet reads it. What callers have written can never become a formula there. */
final class CallsCsv {

    static final int MOST = 100_000;
    private static final int AT_ONCE = 1_000;
    private static final String[] HEADER = {"id", "started", "ended", "direction", "caller", "called", "line", "state", "outcome", "customer", "ticket",
        "answered by", "seconds", "simulated", "continues"};

    private final Calls calls;
    private final ZoneId zone;

    CallsCsv(Calls calls, ZoneId zone) {
        this.calls = calls;
        this.zone = zone;
    }

    /** Read and written a thousand at a time: neither memory nor a transaction holds them all. */
    void write(CallFilter filter, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff'); // without it some spreadsheets take UTF-8 for something else
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADER);
        CallRow last = null;
        for (int written = 0; written < MOST; written += AT_ONCE) {
            List<CallRow> some = calls.after(filter, last, AT_ONCE);
            some.forEach(call -> csv.writeRecord(cells(call)));
            if (some.size() < AT_ONCE) {
                break;
            }
            last = some.getLast();
        }
        csv.flush();
    }

    private String[] cells(CallRow call) {
        return new String[] {call.id(), time(call.startedAt()), time(call.endedAt()), call.direction(), safe(call.caller()), safe(call.called()),
            safe(call.lineName()), call.state(), call.outcome(), safe(call.customerName()), safe(call.ticketNumber()), safe(call.answeredBy()),
            call.seconds() == null ? "" : call.seconds().toString(), Boolean.toString(call.simulated()), call.continues()};
    }

    private String time(Instant at) {
        return at == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).toOffsetDateTime());
    }

    /** A quote before whatever a spreadsheet would calculate; a plain telephone number is harmless and stays as it is. */
    static String safe(String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r\n|%".indexOf(cell.charAt(0)) >= 0 && !cell.matches("\\+\\d{1,15}") ? "'" + cell : cell;
    }
}
