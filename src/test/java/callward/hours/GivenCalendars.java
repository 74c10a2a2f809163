package callward.hours;

import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.settings.Company;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calendars as calls read them, without a server. */
public final class GivenCalendars {

    private GivenCalendars() { }

    /** Those of the {@link TestDatabase}. */
    public static Calendars inDatabase(Company company) {
        return Wired.with(company, new GivenClock(), Wired.with(TestDatabase.get(), new Holidays()).bean(CalendarShelf.class)).bean(Calendars.class);
    }

    /** The only one there is. */
    public static void calendar(String key, String zone, String week) {
        TestDatabase.run("delete from callward.calendar");
        TestDatabase.run("insert into callward.calendar (key, name, zone, week) values (?, ?, ?, ?)", key, key, zone, week);
    }

    /** The one room that goes by calendars. */
    @SuppressWarnings("unchecked")
    static Instance<CalendarUsers> users(Supplier<Map<String, List<CalendarUsers.Use>>> uses) {
        return (Instance<CalendarUsers>) Proxy.newProxyInstance(GivenCalendars.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("stream")) {
                return Stream.<CalendarUsers>of(uses::get);
            }
            throw new AssertionError("unexpected " + method);
        });
    }
}
