package callward.call;

import callward.flow.Order;
import callward.phone.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Where other rooms put what the carrier shall do beside a conversation. Carried out after commit, until done. */
@ApplicationScoped
@Transactional
public class Errands {

    @Inject
    LiveCalls calls;
    @Inject
    Sql sql;
    @Inject
    Clock clock;

    public void order(CallId call, Order order) {
        calls.order(call, List.of(order), clock.instant());
    }

    /** A telephone shall not be rung after all. Where the carrier was asked already, or is being asked now, it rings: whoever withdraws it ends it then. @param door that its order names */
    public void withdraw(CallId call, String door) {
        sql.change("""
                with free as materialized (
                    select id from callward.carrier_order
                    where call_id = ? and done_at is null and asked_at is null and what->>'kind' = 'place' and what->>'door' = ? for update skip locked)
                update callward.carrier_order o set done_at = ?, problem = 'withdrawn' from free where o.id = free.id""",
                call.sid(), door, clock.instant());
    }
}
