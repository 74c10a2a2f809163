package callward.call;

import callward.group.LastTalks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** When each telephone was talked on last: one step into an index for each, however many talks there have been. */
@ApplicationScoped
@Transactional
class TalksEnded implements LastTalks {

    /** A telephone that somebody talked on. */
    private record Ended(String name, Instant at) { }

    /** Who said yes to a waiting caller and found nobody has not talked. */
    private static final String TALKED = """
            leg.answered_at is not null and (not leg.asks or leg.accepted_at is not null)
            and not exists (select from callward.queue_offer o where o.leg_id = leg.id and o.state <> 'TALKED')""";

    @Inject
    Sql sql;

    @Override
    public Map<String, Instant> ended(Collection<String> names) {
        return sql.list("""
                select asked.name, greatest(
                    (select max(leg.ended_at) from callward.leg leg where leg.device_key = asked.name and %1$s),
                    (select max(leg.ended_at) from callward.leg leg where leg.address = asked.name and %1$s)) as ended_at
                from unnest(?) as asked (name)""".formatted(TALKED),
                row -> new Ended(row.getString("name"), Sql.instant(row, "ended_at")), (Object) names.toArray(String[]::new)).stream()
                .filter(talk -> talk.at() != null).collect(Collectors.toMap(Ended::name, Ended::at, (one, other) -> one));
    }
}
