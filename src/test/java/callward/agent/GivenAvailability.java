package callward.agent;

import callward.house.Wired;
import java.util.Optional;
import javax.sql.DataSource;

/** Who is free by a real database, without a server. */
public final class GivenAvailability {

    private GivenAvailability() { }

    public static Availability in(DataSource database, PhonesInUse phones) {
        return in(database, phones, place -> Optional.empty());
    }

    public static Availability in(DataSource database, PhonesInUse phones, NeverRung never) {
        return Wired.with(Wired.with(database).bean(AgentStates.class), phones, never).bean(Availability.class);
    }
}
