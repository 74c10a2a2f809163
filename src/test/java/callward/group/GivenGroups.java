package callward.group;

import callward.agent.GivenAvailability;
import callward.agent.PhonesInUse;
import callward.hours.GivenCalendars;
import callward.house.GivenSettings;
import callward.house.Wired;
import callward.settings.Company;
import javax.sql.DataSource;

/** Groups as calls ask them, without a server. */
public final class GivenGroups {

    private GivenGroups() { }

    public static Groups in(DataSource database, PhonesInUse phones, LastTalks talks) {
        return Wired.with(Wired.with(database).bean(GroupShelf.class), Wired.with(database).bean(RoundRobin.class), GivenAvailability.in(database, phones),
                GivenCalendars.inDatabase(Wired.with(new GivenSettings()).bean(Company.class)), talks).bean(Groups.class);
    }
}
