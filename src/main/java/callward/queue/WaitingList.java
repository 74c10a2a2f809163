package callward.queue;

import callward.call.Sql;
import callward.phone.PhoneNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Who waits for whom at this moment, as people are shown it. */
@ApplicationScoped
@Transactional
public class WaitingList {

    /**
     * Somebody who waits.
     *
     * @param call     SID of his call
     * @param group    key of the group that he waits for
     * @param groupName what people call it; null when it is gone
     * @param caller   E.164, or as the carrier sent it, {@code anonymous} for a withheld number; the number to call back, for who waits for our call
     * @param customer his name; null when he is unknown
     * @param place    1 for the next one; null for one whom somebody is taking
     * @param state    WAITING, CALLBACK, ASIDE (says how he can be called back) or TAKEN
     * @param since    when he began to wait
     * @param asked    who is being asked whether he takes him, or takes him; null while nobody is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(String call, String group, String groupName, String caller, String customer, Integer place, String state, Instant since, String asked) { }

    @Inject
    Sql sql;

    /** Those of all groups, group by group, the longest waiting first. */
    public List<Waiting> all() {
        return sql.list("""
                select p.call_id, p.group_key, g.name as group_name, coalesce(p.number, c.caller) as caller, c.customer_name, p.joined_at,
                    case when p.state in ('CLAIMED', 'TALKING') then null
                         else count(*) filter (where p.state not in ('CLAIMED', 'TALKING')) over (partition by p.group_key order by p.joined_at, p.id) end as place,
                    case p.state when 'ENTERING' then 'WAITING' when 'CLAIMED' then 'TAKEN' else p.state end as state,
                    case when p.state = 'CLAIMED' then p.taken_by else
                        (select string_agg(o.agent, ', ' order by o.id) from callward.queue_offer o where o.place_id = p.id and o.ended_at is null) end as asked
                from callward.queue_place p join callward.call c on c.id = p.call_id left join callward.ring_group g on g.key = p.group_key
                where p.state not in ('DONE', 'TALKING') order by p.group_key, p.joined_at, p.id""",
                row -> new Waiting(row.getString("call_id"), row.getString("group_key"), row.getString("group_name"),
                        PhoneNumber.isWithheld(row.getString("caller")) ? "anonymous" : row.getString("caller"), row.getString("customer_name"),
                        row.getObject("place") == null ? null : row.getInt("place"), row.getString("state"), Sql.instant(row, "joined_at"), row.getString("asked")));
    }
}
