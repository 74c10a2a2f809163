package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: what the rest of the house takes for granted is there. */
@ExtendWith(ArquillianExtension.class)
class PlatformIT {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(PlatformIT.class, Covers.class);
    }

    @Test
    void the_default_data_source_is_our_postgresql() throws Exception {
        try (Connection connection = database().getConnection()) {
            assertEquals("PostgreSQL", connection.getMetaData().getDatabaseProductName());
            assertEquals("callward", connection.getMetaData().getUserName());
        }
    }

    @Test
    void the_tables_are_migrated_into_a_schema_of_our_own() throws Exception {
        assertEquals("0", value("select count(*) from pg_tables where schemaname = 'public'"));
        assertEquals("t", value("select success from callward.flyway_schema_history where version = '0001'"));
    }

    @Test
    void what_is_written_in_a_transaction_that_is_rolled_back_never_was() throws Exception {
        UserTransaction transaction = InitialContext.doLookup("java:comp/UserTransaction");
        transaction.begin();
        try (Connection connection = database().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table callward.never (n int)");
        } finally {
            transaction.rollback();
        }
        assertEquals("0", value("select count(*) from pg_tables where tablename = 'never'"));
    }

    @Test
    void entities_are_woven_by_eclipselink() throws Exception {
        Class<?> entity = Class.forName("callward.helpdesk.Customer");
        assertTrue(Arrays.stream(entity.getInterfaces()).anyMatch(type -> type.getName().equals("org.eclipse.persistence.internal.weaving.PersistenceWeaved")),
            () -> Arrays.toString(entity.getInterfaces()));
    }

    @Test
    void our_jackson_is_the_wars_own() {
        String place = com.fasterxml.jackson.databind.ObjectMapper.class.getProtectionDomain().getCodeSource().getLocation().toString();
        assertTrue(place.contains("jackson-databind-2.22.3"), place);
        assertFalse(place.contains("/modules/"), place);
    }

    private static String value(String sql) throws SQLException, NamingException {
        try (Connection connection = database().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static DataSource database() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultDataSource");
    }
}
