package callward.agent;

import callward.house.Wired;
import javax.sql.DataSource;

/** Who is free by a real database, without a server. */
public final class GivenAvailability {

    private GivenAvailability() { }

    public static Availability in(DataSource database, PhonesInUse phones) {
        return Wired.with(Wired.with(database).bean(AgentStates.class), phones).bean(Availability.class);
    }
}
