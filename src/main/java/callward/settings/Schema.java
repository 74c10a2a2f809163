package callward.settings;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database to this release's shape, and secrets to the key that counts now, before anything else starts; two nodes starting at once migrate once. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {

    public static final String NAME = "callward";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    ExchangeKey exchangeKey;
    @Inject
    OwnTransaction own;
    @Inject
    ServerLife life;

    @PostConstruct
    void migrate() {
        Flyway.configure(Schema.class.getClassLoader()).dataSource(database).schemas(NAME).defaultSchema(NAME).createSchemas(true)
                // what is written side by side arrives in any order; each touches only what is its own
                .outOfOrder(true).locations("classpath:db").load().migrate();
        if (own.call(exchangeKey::atStart)) {
            exchangeKey.dropOtherKeys();
        }
        life.begin();
    }
}
