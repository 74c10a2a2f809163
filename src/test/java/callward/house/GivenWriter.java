package callward.house;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Writes the way the house does: a transactional bean that takes a connection for each statement. */
@ApplicationScoped
@Transactional
public class GivenWriter {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    GivenLonelyWriter lonely;

    /** @return the transaction of either statement */
    public String twice(String word) {
        return write(database, word) + " " + write(database, word);
    }

    public void twiceAndFail(String word) {
        twice(word);
        throw new IllegalStateException("after writing");
    }

    /** Something that lasts whatever becomes of the rest. */
    public void lonelyThenFail(String word) {
        write(database, word);
        lonely.once("lonely " + word);
        throw new IllegalStateException("after writing");
    }

    static String write(DataSource database, String word) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "insert into callward.given_word values ('" + word + "') returning pg_current_xact_id()::text")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
