package callward.hours;

import callward.flow.OpeningHours;
import callward.flow.SpecialDays;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Reads every calendar as calls need it, in a transaction of the server like every other statement. A call's own transaction goes on when this
 * fails: it goes by what was read before.
 */
@ApplicationScoped
@Transactional(dontRollbackOn = IllegalStateException.class)
class CalendarShelf {

    private static final Logger LOG = System.getLogger(CalendarShelf.class.getName());

    /** @param zone null: the company's, whichever that is when somebody asks; the hours' own zone means nothing then */
    record Kept(ZoneId zone, OpeningHours hours) {

        OpeningHours in(ZoneId company) {
            return zone == null ? hours.in(company) : hours;
        }
    }

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Holidays holidays;

    Map<String, Kept> all() {
        try (Connection connection = database.getConnection()) {
            Map<Long, List<SpecialDays>> special = special(connection);
            try (PreparedStatement select = connection.prepareStatement("select * from callward.calendar"); ResultSet row = select.executeQuery()) {
                Map<String, Kept> all = new HashMap<>();
                while (row.next()) {
                    add(all, row, special.getOrDefault(row.getLong("id"), List.of()));
                }
                return Map.copyOf(all);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("calendars cannot be read", e);
        }
    }

    private static Map<Long, List<SpecialDays>> special(Connection connection) throws SQLException {
        Map<Long, List<SpecialDays>> special = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("select * from callward.special_day order by id"); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                special.computeIfAbsent(row.getLong("calendar_id"), first -> new ArrayList<>()).add(SpecialDay.days(row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class), row.getBoolean("yearly"), row.getString("hours"), row.getString("name")));
            }
        }
        return special;
    }

    /** One that makes no sense is left out, and so counts as open: the others must not be lost with it. */
    private void add(Map<String, Kept> all, ResultSet row, List<SpecialDays> special) throws SQLException {
        String key = row.getString("key");
        try {
            ZoneId zone = row.getString("zone") == null ? null : ZoneId.of(row.getString("zone"));
            all.put(key, new Kept(zone, new OpeningHours(zone == null ? ZoneOffset.UTC : zone, Calendar.weekOf(row.getString("week")), special,
                    holidays.closing(row.getString("country"), row.getString("region"), Calendar.wordsOf(row.getString("worked"))), manual(row))));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException unreadable) {
            LOG.log(Level.WARNING, "calendar=" + key + " unreadable", unreadable);
        }
    }

    private static OpeningHours.Manual manual(ResultSet row) throws SQLException {
        boolean open = row.getBoolean("manual_open");
        if (row.wasNull()) {
            return null;
        }
        Timestamp until = row.getTimestamp("manual_until");
        return new OpeningHours.Manual(open, row.getTimestamp("manual_since").toInstant(), until == null ? null : until.toInstant());
    }
}
