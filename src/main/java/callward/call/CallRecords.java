package callward.call;

import callward.agent.Device;
import callward.agent.Devices;
import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.call.Calls.LegRow;
import callward.call.TurnRecord.PassedOver;
import callward.phone.CallId;
import callward.group.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts a call's record together, from this room's rows and from what other rooms have seen. */
@ApplicationScoped
public class CallRecords {

    private static final Logger LOG = System.getLogger(CallRecords.class.getName());

    @Inject
    Calls calls;
    @Inject
    Devices devices;
    @Inject
    @Any
    Instance<Witness> witnesses;
    @Inject
    Clock clock;

    public Optional<CallRecord> find(String id) {
        return calls.find(id).map(this::of);
    }

    private CallRecord of(CallRow call) {
        List<LegRow> legs = calls.legs(call.id());
        List<EventRow> events = calls.events(call.id());
        List<Testimony> others = new ArrayList<>(calls.texts(call.id()));
        witnesses.forEach(witness -> others.addAll(heard(witness, call.id())));
        return new CallRecord(clock.instant(), call, calls.script(call.id()).orElse(null), new TreeMap<>(calls.facts(call.id())), legs, events,
                others, notRung(call, legs, events));
    }

    /** One who cannot speak must not silence the others. */
    private static List<Testimony> heard(Witness witness, String call) {
        try {
            return witness.of(new CallId(call));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "call=" + call + " part of its record cannot be read", e);
            return List.of();
        }
    }

    private List<PassedOver> notRung(CallRow call, List<LegRow> legs, List<EventRow> events) {
        Map<String, Device> phones = devices.all().stream().collect(Collectors.toMap(Device::getKey, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, PassedOver> reasons = new LinkedHashMap<>();
        events.stream().map(EventRow::inside).filter(Objects::nonNull).flatMap(inside -> inside.passedOver().stream())
                .forEach(one -> reasons.put(one.key(), named(one, phones.get(one.key()))));
        if ("IN".equals(call.direction()) && !(reasons.isEmpty() && legs.isEmpty())) {
            phones.values().stream().filter(phone -> phone.isActive() && !isMembers(phone, reasons))
                    .forEach(phone -> reasons.putIfAbsent(phone.getKey(), new PassedOver(null, phone.getKey(), phone.getLabel(), "NOT_LISTED")));
        }
        legs.forEach(leg -> reasons.remove(leg.device()));
        return List.copyOf(reasons.values());
    }

    /** Why its owner was not rung is said already. */
    private static boolean isMembers(Device phone, Map<String, PassedOver> reasons) {
        return phone.getAgent() != null && reasons.containsKey(Groups.key(phone.getAgent().getId()));
    }

    /** @param phone null when there is none of that key, now */
    private static PassedOver named(PassedOver one, Device phone) {
        String label = one.label() != null ? one.label() : phone == null ? null : phone.getLabel();
        return new PassedOver(one.step(), one.key(), label, one.why().equals("NOT_THERE") && phone != null ? "SWITCHED_OFF" : one.why());
    }
}
