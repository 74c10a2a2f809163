package callward.agent;

import callward.agent.PhonesInUse.Talk;
import callward.phone.Destination;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads what {@link Availability} must know of agents, in one statement: it stands on the way of a webhook. */
@ApplicationScoped
@Transactional
class AgentStates {

    /**
     * An agent at a moment.
     *
     * @param active telephones that may be rung, the first one first
     * @param silent addresses of his that may not
     */
    record State(long id, String name, boolean phoneOn, boolean reachable, int wrapUpSeconds, OutOfOffice outOfOffice, boolean deskOpen,
                 List<Ringable> active, List<String> silent) {

        /** Keys and addresses of his telephones. */
        Stream<String> names() {
            return Stream.concat(silent.stream(), active.stream().flatMap(phone -> Stream.of(phone.key(), phone.destination().address())));
        }

        boolean isOn(Talk talk) {
            return names().anyMatch(name -> name.equals(talk.key()) || name.equals(talk.address()));
        }

        boolean owns(String address) {
            return silent.contains(address) || active.stream().anyMatch(phone -> phone.destination().address().equals(address));
        }
    }

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /** Of those that exist, by their ids. */
    Map<Long, State> of(Collection<Long> ids, Instant at) {
        Map<Long, State> states = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return states;
        }
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement("""
                select a.id, a.name, a.phone_on, a.reachable, a.wrap_up_seconds, a.out_from, a.out_to, a.out_reason,
                       exists (select from callward.presence p where p.account_id = a.account_id and p.until > ?) as desk_open,
                       d.key, d.label, d.address, d.ring_seconds, d.active, d.accept
                from callward.agent a left join callward.device d on d.agent_id = a.id
                where a.id = any (?) order by a.id, d.position, d.id""")) {
            query.setTimestamp(1, Timestamp.from(at));
            query.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    add(states.computeIfAbsent(row.getLong("id"), id -> state(row)), row);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("agents cannot be read", e);
        }
        return states;
    }

    /** Ids of those who have a telephone of this address. */
    Set<Long> owners(String address) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(
                "select agent_id from callward.device where address = ? and agent_id is not null")) {
            query.setString(1, address);
            Set<Long> owners = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    owners.add(row.getLong(1));
                }
            }
            return owners;
        } catch (SQLException e) {
            throw new IllegalStateException("agents cannot be read", e);
        }
    }

    private static State state(ResultSet row) {
        try {
            Instant out = instant(row, "out_from");
            return new State(row.getLong("id"), row.getString("name"), row.getBoolean("phone_on"), row.getBoolean("reachable"), row.getInt("wrap_up_seconds"),
                    out == null ? null : new OutOfOffice(out, instant(row, "out_to"), row.getString("out_reason")), row.getBoolean("desk_open"),
                    new ArrayList<>(), new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException("agents cannot be read", e);
        }
    }

    private static void add(State state, ResultSet row) throws SQLException {
        String key = row.getString("key");
        if (key == null) {
            return; // he has no telephone
        }
        String accept = row.getString("accept");
        if (row.getBoolean("active")) {
            state.active().add(new Ringable(key, row.getString("label"), Destination.of(row.getString("address")), state.name(), row.getInt("ring_seconds"),
                    state.id(), accept == null ? null : Device.Accept.valueOf(accept)));
        } else {
            state.silent().add(row.getString("address"));
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
