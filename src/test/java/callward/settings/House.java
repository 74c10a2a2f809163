package callward.settings;

import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenOwnTransaction;
import callward.house.TestDatabase;

/** The room on a real database, as a server would put it together; a new one is a server started again. */
public final class House {

    public final Settings settings = new Settings();
    public final ExchangeKey exchangeKey = new ExchangeKey();
    final KeptSettings kept = new KeptSettings();
    final KeyRing ring = new KeyRing();

    /** As a server does when it starts. */
    public static House opened(Environment environment) {
        House house = new House(environment);
        if (house.exchangeKey.atStart()) {
            house.exchangeKey.dropOtherKeys();
        }
        return house;
    }

    House(Environment environment) {
        Secrets secrets = new Secrets();
        secrets.ring = ring;
        ring.environment = environment;
        kept.database = TestDatabase.get();
        kept.clock = new GivenClock();
        kept.own = new GivenOwnTransaction();
        kept.news = new Fired<>(settings::changed);
        settings.kept = kept;
        settings.secrets = secrets;
        settings.environment = environment;
        exchangeKey.kept = kept;
        exchangeKey.secrets = secrets;
        exchangeKey.ring = ring;
        exchangeKey.news = new Fired<>(exchangeKey::committed);
    }
}
