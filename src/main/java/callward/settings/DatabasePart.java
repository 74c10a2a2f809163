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
            return connection.isValid(2) ? State.up("PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()) : State.down("state.database.silent");
        } catch (SQLException e) {
            return State.down("state.database.unreachable");
        }
    }
}
