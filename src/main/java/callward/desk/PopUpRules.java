package callward.desk;

import callward.access.Audit;
import callward.access.Deed;
import callward.access.Role;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Which roles the administrator lets see which pop-ups. Rows rather than a setting: every node knows a change at once, and its audit entry
 * is written with it. What was never changed goes by the setting {@link Setting#POP_UP_ROLES}.
 */
@ApplicationScoped
@Transactional
class PopUpRules {

    /** Somebody gets more, or less, than before. */
    record Changed() { }

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    Settings settings;
    @Inject
    Audit audit;
    @Inject
    Event<Changed> changed;

    /** Every kind, with the roles that get it. */
    Map<PopUpKind, Set<Role>> now() {
        Map<PopUpKind, Set<Role>> rules = new EnumMap<>(PopUpKind.class);
        Set<Role> otherwise = roles(settings.get(Setting.POP_UP_ROLES).orElse(""));
        Arrays.stream(PopUpKind.values()).forEach(kind -> rules.put(kind, otherwise));
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select kind, roles from callward.pop_up_rule");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Set<Role> kept = roles(row.getString("roles"));
                String kind = row.getString("kind");
                Arrays.stream(PopUpKind.values()).filter(known -> known.name().equals(kind)).forEach(known -> rules.put(known, kept));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rules of pop-ups cannot be read", e);
        }
        return rules;
    }

    /** Those that are not named stay as they are. */
    Map<PopUpKind, Set<Role>> change(Map<PopUpKind, Set<Role>> wanted) {
        Map<PopUpKind, Set<Role>> before = now();
        try (Connection connection = database.getConnection(); PreparedStatement put = connection.prepareStatement("""
                insert into callward.pop_up_rule (kind, roles) values (?, ?) on conflict (kind) do update set roles = excluded.roles""")) {
            for (Map.Entry<PopUpKind, Set<Role>> rule : wanted.entrySet()) {
                put.setString(1, rule.getKey().name());
                put.setString(2, written(rule.getValue()));
                put.addBatch();
            }
            put.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the rules of pop-ups cannot be written", e);
        }
        Map<PopUpKind, Set<Role>> after = now();
        if (!after.equals(before)) {
            audit.note("pop-ups", "rules", "", Deed.CHANGED, shown(before), shown(after));
            changed.fire(new Changed());
        }
        return after;
    }

    private static Map<String, String> shown(Map<PopUpKind, Set<Role>> rules) {
        return rules.entrySet().stream().collect(Collectors.toMap(rule -> rule.getKey().name(), rule -> written(rule.getValue())));
    }

    private static String written(Collection<Role> roles) {
        return Arrays.stream(Role.values()).filter(roles::contains).map(Role::name).collect(Collectors.joining(","));
    }

    /** Nonsense in the environment names nobody. */
    static Set<Role> roles(String text) {
        Set<String> names = Arrays.stream(text.split(",")).map(name -> name.strip().toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).forEach(roles::add);
        return roles;
    }
}
