package callward.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The database answers. */
@ApplicationScoped
public class DatabasePart implements Part {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean essential() {
        return true;
    }

    @Override
    public State state() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(2) ? State.up("PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()) : State.down("it does not answer");
        } catch (SQLException e) {
            return State.down("PostgreSQL cannot be reached: see that it runs, and CALLWARD_DB_URL, CALLWARD_DB_USER, CALLWARD_DB_PASSWORD");
        }
    }
}
