package callward.helpdesk;

import callward.phone.PhoneNumber;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Answers from our own tables, with one statement each: a caller is waiting. */
@ApplicationScoped
@Transactional
public class OwnHelpdesk implements Helpdesk {

    private static final String CUSTOMER = """
            select c.id, c.name, c.url
              from callward.customer_number n join callward.customer c on c.id = n.customer_id
             where n.number = ? order by c.id limit 1""";
    private static final String TICKET = """
            select t.id, t.number, t.title, t.url, c.id, c.name, c.url
              from callward.ticket t left join callward.customer c on c.id = t.customer_id
             where t.number = ?""";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Override
    public Optional<CustomerFound> customerWith(PhoneNumber number) {
        return first(CUSTOMER, number.e164(), row -> customer(row, 1));
    }

    @Override
    public Optional<TicketFound> ticketNumbered(String number) {
        return first(TICKET, number, OwnHelpdesk::ticket);
    }

    static String customerPage(long id) {
        return "/customers/customer?id=" + id;
    }

    static String ticketPage(String number) {
        return "/tickets/ticket?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    private <T> Optional<T> first(String sql, String parameter, Reader<T> reader) {
        try (Connection connection = database.getConnection(); PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the helpdesk's tables cannot be read", e);
        }
    }

    private static TicketFound ticket(ResultSet row) throws SQLException {
        String number = row.getString(2);
        Optional<CustomerFound> customer = row.getObject(5) == null ? Optional.empty() : Optional.of(customer(row, 5));
        return new TicketFound(row.getString(1), number, row.getString(3), orElse(row.getString(4), ticketPage(number)), customer);
    }

    private static CustomerFound customer(ResultSet row, int at) throws SQLException {
        long id = row.getLong(at);
        return new CustomerFound(Long.toString(id), row.getString(at + 1), orElse(row.getString(at + 2), customerPage(id)));
    }

    private static String orElse(String url, String ourPage) {
        return url == null || url.isBlank() ? ourPage : url;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public boolean isFar() {
        return false;
    }
}
