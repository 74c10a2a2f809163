package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: what timers and asynchronous beans write is written together or not at all, as in a request. */
@ExtendWith(ArquillianExtension.class)
class BackgroundWorkIT {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(BackgroundWorkIT.class, Covers.class, GivenAlarm.class, GivenWriter.class, GivenLonelyWriter.class);
    }

    @Inject
    GivenAlarm alarm;

    @Inject
    GivenWriter writer;
    @Resource
    ManagedExecutorService threads;

    private final String word = UUID.randomUUID().toString();

    @BeforeEach
    void a_table() throws Exception {
        try (Connection connection = database().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists callward.given_word (word text)");
        }
    }

    @Test
    void two_statements_share_one_transaction() throws Exception {
        String[] transactions = alarm.twice(word).get(30, TimeUnit.SECONDS).split(" ");

        assertEquals(transactions[0], transactions[1]);
        assertEquals(2, rows(word));
    }

    @Test
    void what_fails_afterwards_was_never_written() throws Exception {
        assertEquals("after writing", alarm.twiceAndFail(word).get(30, TimeUnit.SECONDS));

        assertEquals(0, rows(word));
    }

    @Test
    void what_has_a_transaction_of_its_own_lasts_although_the_rest_fails() throws Exception {
        assertEquals("after writing", alarm.lonelyThenFail(word).get(30, TimeUnit.SECONDS));

        assertEquals(0, rows(word));
        assertEquals(1, rows("lonely " + word));
    }

    @Test
    void a_managed_thread_of_a_request() throws Exception {
        String[] transactions = threads.submit(() -> writer.twice(word)).get(30, TimeUnit.SECONDS).split(" ");

        assertEquals(transactions[0], transactions[1]);
    }

    @Test
    void a_managed_thread_of_a_bean() throws Exception {
        String[] transactions = alarm.twiceInAThread(word).get(30, TimeUnit.SECONDS).split(" ");

        assertEquals(transactions[0], transactions[1]);
    }

    private static int rows(String word) throws SQLException, NamingException {
        try (Connection connection = database().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from callward.given_word where word = '" + word + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static DataSource database() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultDataSource");
    }
}
