package callward.house;

import callward.settings.OwnTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** Writes in a transaction of its own. */
@ApplicationScoped
public class GivenLonelyWriter {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Inject
    OwnTransaction own;

    public void once(String word) {
        own.run(() -> GivenWriter.write(database, word));
    }
}
