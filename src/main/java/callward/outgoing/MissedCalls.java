package callward.outgoing;

import callward.call.Calls;
import callward.call.Calls.CallRow;
import callward.call.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Missed calls of the last 30 days, as they are worked off: the open ones first, the latest of them at the top. */
@ApplicationScoped
@Transactional
class MissedCalls {

    /** Whoever waits for longer has called again, or does not wait any more. */
    private static final Duration WORKED_OFF = Duration.ofDays(30);

    /** Of a caller who hides his number nothing is known but this one call. */
    private static final String MISSED = """
            select c.id, c.started_at, not (
                exists (select from callward.outgoing o join callward.call back on back.id = o.call_id where o.back_of = c.id and back.outcome = 'ANSWERED')
                or exists (select from callward.call later where later.direction = 'IN' and later.outcome = 'ANSWERED'
                    and later.caller = c.progress #>> '{facts,values,caller.number}' and later.started_at > c.started_at)
                or exists (select from callward.call later where later.direction = 'OUT' and later.outcome = 'ANSWERED'
                    and later.called = c.progress #>> '{facts,values,caller.number}' and later.started_at > c.started_at)) as open
            from callward.call c where c.direction = 'IN' and c.outcome = 'MISSED' and c.state = 'OVER' and c.started_at > ?""";

    private record Found(String id, boolean open) { }

    @Inject
    Sql sql;
    @Inject
    Calls calls;
    @Inject
    OutgoingRows rows;
    @Inject
    Clock clock;

    /** @param page from 0 */
    List<Missed> page(int page, int size) {
        List<Found> found = sql.list("select id, open from (" + MISSED + ") missed order by open desc, started_at desc, id limit ? offset ?",
                row -> new Found(row.getString("id"), row.getBoolean("open")), since(), size, (long) page * size);
        List<String> ids = found.stream().map(Found::id).toList();
        Map<String, CallRow> known = calls.of(ids).stream().collect(Collectors.toMap(CallRow::id, Function.identity()));
        Map<String, CallBack> backs = rows.callBacks(ids);
        return found.stream().map(one -> new Missed(known.get(one.id()), one.open(), backs.get(one.id()))).toList();
    }

    long count() {
        return sql.one("select count(*) from (" + MISSED + ") missed", row -> row.getLong(1), since()).orElse(0L);
    }

    /** How many are still to be worked off. */
    long open() {
        return sql.one("select count(*) from (" + MISSED + ") missed where open", row -> row.getLong(1), since()).orElse(0L);
    }

    private Instant since() {
        return clock.instant().minus(WORKED_OFF);
    }
}
