package callward.group;

import callward.agent.GivenAvailability;
import callward.agent.NeverRung;
import callward.agent.PhonesInUse;
import callward.hours.GivenCalendars;
import callward.house.GivenSettings;
import callward.house.Wired;
import callward.settings.Company;
import java.util.Optional;
import javax.sql.DataSource;

/** Groups as calls ask them, without a server. */
public final class GivenGroups {

    private GivenGroups() { }

    public static Groups in(DataSource database, PhonesInUse phones, LastTalks talks) {
        return in(database, phones, talks, place -> Optional.empty());
    }

    public static Groups in(DataSource database, PhonesInUse phones, LastTalks talks, NeverRung never) {
        return Wired.with(Wired.with(database).bean(GroupShelf.class), Wired.with(database).bean(RoundRobin.class), GivenAvailability.in(database, phones, never),
                GivenCalendars.inDatabase(Wired.with(new GivenSettings()).bean(Company.class)), talks).bean(Groups.class);
    }
}
