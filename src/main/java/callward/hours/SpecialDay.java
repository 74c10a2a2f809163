package callward.hours;

import callward.flow.Span;
import callward.flow.SpecialDays;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** A day, or a few days, on which a calendar differs from its week. */
@Entity
@Table(name = "special_day")
public class SpecialDay implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "calendar_id")
    private Long calendarId;
    @Column(name = "first_day")
    private LocalDate first;
    @Column(name = "last_day")
    private LocalDate last;
    private boolean yearly;
    private String hours;
    private String name;
    private String source;

    protected SpecialDay() { }

    /** @param source name of the file it was taken from; null when somebody wrote it */
    SpecialDay(long calendarId, SpecialDays days, String source) {
        this.calendarId = calendarId;
        this.first = days.first();
        this.last = days.last();
        this.yearly = days.yearly();
        this.hours = Span.text(days.hours());
        this.name = days.name();
        this.source = source;
    }

    public Long getId() {
        return id;
    }

    public Long getCalendarId() {
        return calendarId;
    }

    public String getSource() {
        return source;
    }

    public SpecialDays getDays() {
        return days(first, last, yearly, hours, name);
    }

    /** {@code 2026-12-24/2026-12-26 yearly closed: Christmas}, for the audit log. */
    String said() {
        return first + (last.equals(first) ? "" : "/" + last) + (yearly ? " yearly" : "") + " " + (hours.isEmpty() ? "closed" : hours)
                + (name.isEmpty() ? "" : ": " + name);
    }

    static SpecialDays days(LocalDate first, LocalDate last, boolean yearly, String hours, String name) {
        List<Span> spans = Span.list(hours);
        return new SpecialDays(first, last, yearly, spans, name);
    }
}
