package callward.agent;

import callward.agent.AgentStates.State;
import callward.agent.PhonesInUse.Talk;
import callward.flow.Answer.NotRung;
import callward.flow.Remark.Why;
import callward.phone.Destination;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who can be rung at this very moment, and why the others cannot. Read from the database each time, in at most two statements however many
 * are asked for, inside the caller's transaction: what somebody switched a second ago, on whichever node, counts.
 *
 * <p>Somebody can be rung who has a desk open or stays reachable, has his telephones on, talks to nobody, is done with his last talk, is not
 * out of office, is not the caller, and has a telephone that is active and no line of ours. Of several reasons the one is told that lies nearest to the call:
 * being the caller, then what he chose, then what he is doing.
 */
@ApplicationScoped
@Transactional
public class Availability {

    /**
     * How somebody can be reached.
     *
     * @param agentId  as asked for
     * @param name     null when there is no such agent
     * @param devices  the telephones to ring, the first one first; empty when he is not to be rung
     * @param never    telephones of his that are never rung, by their keys; empty where something else keeps him from being rung
     * @param why      why he is not to be rung; null when he is
     * @param until    when that reason ends by itself; null when it does not, or nobody knows
     * @param deskOpen whether he has a desk open
     */
    public record Reach(long agentId, String name, List<Ringable> devices, List<NotRung> never, Why why, Instant until, boolean deskOpen) {

        public Reach(long agentId, String name, List<Ringable> devices, Why why, Instant until, boolean deskOpen) {
            this(agentId, name, devices, List.of(), why, until, deskOpen);
        }

        public boolean isFree() {
            return why == null;
        }
    }

    /** A reason, and its end. */
    private record Reason(Why why, Instant until) { }

    /** No talk has ended since. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    AgentStates states;
    @Inject
    PhonesInUse phones;
    @Inject
    NeverRung never;

    /**
     * @param agents ids
     * @param caller as the carrier tells it, an address or a word for a withheld number
     * @param at     the true instant, not one that a practice call pretends: it decides about talks and desks, too
     * @return one for each, in the order asked for
     */
    public List<Reach> of(Collection<Long> agents, String caller, Instant at) {
        Map<Long, State> known = states.of(agents, at);
        Map<Long, Reason> reasons = new HashMap<>();
        known.forEach((id, state) -> reasons.put(id, standing(state, caller, at)));
        List<State> others = known.values().stream().filter(state -> reasons.get(state.id()) == null).toList();
        if (!others.isEmpty()) {
            int longest = others.stream().mapToInt(State::wrapUpSeconds).max().orElse(0);
            List<Talk> talks = phones.talks(others.stream().flatMap(State::names).toList(), at.minusSeconds(longest));
            others.forEach(state -> reasons.put(state.id(), talking(state, talks, at)));
        }
        return agents.stream().map(id -> reach(id, known.get(id), reasons.get(id))).toList();
    }

    /**
     * Those who do not want to be rung, wherever they are named: they have switched their telephones off, or are out of office.
     *
     * @param at for practice, the hour that a call pretends
     */
    public Map<Long, Why> away(Collection<Long> agents, Instant at) {
        Map<Long, Why> away = new HashMap<>();
        states.of(agents, at).forEach((id, state) -> {
            Reason chosen = chosen(state, at);
            if (chosen != null) {
                away.put(id, chosen.why());
            }
        });
        return away;
    }

    /**
     * Those who talk to somebody at this moment, whatever they say of themselves.
     *
     * @param gone SIDs of legs that are no talks any more, though the carrier may not have said so yet
     */
    public Set<Long> talking(Collection<Long> agents, Collection<String> gone) {
        Map<Long, State> known = states.of(agents, Instant.EPOCH);
        List<Talk> talks = known.isEmpty() ? List.of() : phones.talks(known.values().stream().flatMap(State::names).toList(), NEVER);
        return known.values().stream().filter(state -> talks.stream().anyMatch(talk -> talk.endedAt() == null && !(talk.leg() != null && gone.contains(talk.leg())) && state.isOn(talk))).map(State::id)
                .collect(Collectors.toSet());
    }

    /** The agents who own the telephone that calls, be it switched off: nobody calls himself. */
    public Set<Long> owners(String caller) {
        return states.owners(address(caller));
    }

    private Reach reach(long id, State state, Reason reason) {
        if (state == null) {
            return new Reach(id, null, List.of(), Why.NOT_THERE, null, false);
        }
        return reason == null ? new Reach(id, state.name(), ringing(state), silent(state), null, null, state.deskOpen())
                : new Reach(id, state.name(), List.of(), reason.why() == Why.NO_DEVICE ? silent(state) : List.of(), reason.why(), reason.until(), state.deskOpen());
    }

    private List<Ringable> ringing(State state) {
        return state.active().stream().filter(phone -> never.why(phone.destination()).isEmpty()).toList();
    }

    private List<NotRung> silent(State state) {
        return state.active().stream().flatMap(phone -> never.why(phone.destination()).map(why -> new NotRung(phone.key(), phone.label(), why)).stream()).toList();
    }

    /** What holds whoever he talks to; null when nothing does. */
    private Reason standing(State state, String caller, Instant at) {
        if (state.owns(address(caller))) {
            return new Reason(Why.IS_CALLER, null);
        }
        Reason chosen = chosen(state, at);
        if (chosen != null) {
            return chosen;
        }
        if (!state.deskOpen() && !state.reachable()) {
            return new Reason(Why.SIGNED_OUT, null);
        }
        return ringing(state).isEmpty() ? new Reason(Why.NO_DEVICE, null) : null;
    }

    private static Reason chosen(State state, Instant at) {
        OutOfOffice out = state.outOfOffice();
        if (out != null && out.covers(at)) {
            return new Reason(Why.OUT_OF_OFFICE, out.to());
        }
        return state.phoneOn() ? null : new Reason(Why.SWITCHED_OFF, null);
    }

    private static Reason talking(State state, List<Talk> talks, Instant at) {
        List<Talk> his = talks.stream().filter(state::isOn).toList();
        if (his.stream().anyMatch(talk -> talk.endedAt() == null)) {
            return new Reason(Why.ON_A_CALL, null);
        }
        return his.stream().map(talk -> talk.endedAt().plusSeconds(state.wrapUpSeconds())).filter(at::isBefore).max(Instant::compareTo)
                .map(end -> new Reason(Why.WRAPPING_UP, end)).orElse(null);
    }

    /** As we write it, if it is one. */
    private static String address(String caller) {
        try {
            return Destination.of(caller).address();
        } catch (IllegalArgumentException withheld) {
            return Objects.requireNonNullElse(caller, "");
        }
    }
}
