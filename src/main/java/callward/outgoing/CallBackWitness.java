package callward.outgoing;

import callward.call.Testimony;
import callward.call.Witness;
import callward.phone.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whoever has called back stands in the record of the call that he has called back. */
@ApplicationScoped
public class CallBackWitness implements Witness {

    @Inject
    OutgoingRows rows;

    @Override
    public List<Testimony> of(CallId call) {
        return Stream.ofNullable(rows.callBacks(List.of(call.sid())).get(call.sid())).map(back -> new Testimony(back.at(), "called-back", back.by(),
                new TreeMap<>(Map.of("by", back.by(), "reached", "" + back.reached())), null, back.call() == null ? null : "/calls/call?id=" + back.call(), null)).toList();
    }
}
