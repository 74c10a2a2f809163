package callward.group;

import callward.agent.AgentsChanged;
import callward.agent.Availability;
import callward.agent.Availability.Reach;
import callward.agent.Device;
import callward.agent.Ringable;
import callward.flow.Answer;
import callward.flow.RingStrategy;
import callward.flow.Remark.Why;
import callward.flow.Verb;
import callward.flow.Waiting;
import callward.group.GroupShelf.Kept;
import callward.hours.Calendars;
import callward.settings.KeptInMemory;
import callward.settings.Snapshot;
import callward.wording.Facts;
import callward.wording.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who of a group is rung, by the key that scripts use. Groups themselves are a snapshot in memory; who is free is read at the moment of the call,
 * inside its transaction: two statements for that, and one more where the strategy asks who has waited longest or whose turn it is.
 */
@ApplicationScoped
public class Groups implements KeptInMemory {

    private static final Logger LOG = System.getLogger(Groups.class.getName());

    /** Before the id of a member who is not rung, so that nobody takes it for a telephone's key. */
    private static final String AGENT = "agent:";

    @Inject
    GroupShelf shelf;
    @Inject
    Availability availability;
    @Inject
    Calendars calendars;
    @Inject
    LastTalks talks;
    @Inject
    RoundRobin turns;

    private final Snapshot<Map<String, Kept>> snapshot = new Snapshot<>(() -> shelf.all());

    /**
     * Who is rung for a call. Moves the turn of a group that takes turns.
     *
     * @param hour what time it is in the call, by which the group is open
     * @param now  the true instant, by which somebody is free
     * @return {@link Answer.Members}, or {@link Answer.Unknown} when there is no such group
     */
    public Answer whoIsFree(String key, Facts facts, Instant hour, Instant now) {
        return kept(key).<Answer>map(group -> members(group, facts, hour, now, true)).orElseGet(Answer.Unknown::new);
    }

    /** Who would be rung for a call. Moves nothing. */
    public Optional<Answer.Members> wouldBeRung(String key, Facts facts, Instant hour, Instant now) {
        return kept(key).map(group -> members(group, facts, hour, now, false));
    }

    /** Who would be rung if a stranger called now. Moves nothing. */
    public Optional<Answer.Members> wouldBeRung(String key, Instant now) {
        return kept(key).map(group -> members(group, Facts.NONE, now, now, false));
    }

    /** What stands for a member who is not rung in the place of a telephone's key. */
    public static String key(long agent) {
        return AGENT + agent;
    }

    /** Whether it is a member who is not rung; else one of his telephones. */
    static boolean isMember(Answer.NotRung one) {
        return one.key().startsWith(AGENT);
    }

    /** The member who is not rung. */
    static long agent(Answer.NotRung member) {
        return Long.parseLong(member.key().substring(AGENT.length()));
    }

    /** How callers wait for it; nothing when there is no such group. */
    public Optional<Waiting> waiting(String key) {
        return kept(key).map(group -> group.text().waiting());
    }

    @Override
    public String what() {
        return "groups";
    }

    @Override
    public void readAgain() {
        snapshot.refresh();
    }

    void afterChange(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) GroupsChanged news) {
        snapshot.changed();
    }

    /** Who is no agent any more is no member. */
    void afterChange(@Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS) AgentsChanged news) {
        snapshot.changed();
    }

    private Optional<Kept> kept(String key) {
        try {
            return Optional.ofNullable(snapshot.get().get(key));
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "groups=unknown", databaseAway);
            return Optional.empty(); // the caller goes on as if nobody had answered
        }
    }

    private Answer.Members members(Kept group, Facts facts, Instant hour, Instant now, boolean moves) {
        GroupText text = group.text();
        boolean open = isOpen(group, hour);
        List<Reach> all = availability.of(group.agents(), caller(facts), now);
        boolean callerIsMember = all.stream().anyMatch(reach -> reach.why() == Why.IS_CALLER);
        List<String> wanted = text.strategy() == RingStrategy.BY_SKILL ? Skills.of(Wording.of(text.wish()).written(facts)) : List.of();
        Map<Long, List<String>> skills = group.members().stream().collect(Collectors.toMap(Member::agentId, Member::skills));
        List<Answer.NotRung> passedOver = new ArrayList<>();
        List<Reach> free = new ArrayList<>();
        all.forEach(reach -> {
            boolean lacking = !wanted.isEmpty() && !text.unskilledLast() && RingOrder.known(reach, skills, wanted) == 0;
            passedOver.addAll(reach.never());
            if (reach.isFree() && !lacking) {
                free.add(reach);
            } else {
                passedOver.add(new Answer.NotRung(key(reach.agentId()), reach.name(), reach.isFree() ? Why.LACKS_SKILL : reach.why()));
            }
        });
        boolean rings = open && !free.isEmpty() && !(callerIsMember && text.dropsMembers());
        List<Reach> ordered = rings ? ordered(group, free, skills, wanted, moves) : free;
        return new Answer.Members(targets(text, ordered), passedOver, text.rules(), open, callerIsMember);
    }

    private List<Reach> ordered(Kept group, List<Reach> free, Map<Long, List<String>> skills, List<String> wanted, boolean moves) {
        return switch (group.text().strategy()) {
            case IN_ORDER, ALL_AT_ONCE -> free;
            case LONGEST_IDLE -> RingOrder.longestIdle(free, talks.ended(free.stream().flatMap(RingOrder::names).collect(Collectors.toSet())));
            case BY_SKILL -> RingOrder.bySkill(free, skills, wanted);
            case ROUND_ROBIN -> {
                List<Long> ids = free.stream().map(Reach::agentId).toList();
                Optional<Long> first = moves ? turns.next(group.id(), group.agents(), ids) : turns.peek(group.id(), group.agents(), ids);
                yield first.map(id -> RingOrder.from(free, id)).orElse(free);
            }
        };
    }

    /** A telephone that two of them share rings once, for the first of them. */
    private static List<Verb.Target> targets(GroupText text, List<Reach> ordered) {
        Set<String> addresses = new HashSet<>();
        return ordered.stream().flatMap(reach -> reach.devices().stream()).filter(phone -> addresses.add(phone.destination().address()))
                .map(phone -> new Verb.Target(phone.key(), phone.label(), phone.destination(), phone.agentName(), text.secondsEach(), asks(text, phone))).toList();
    }

    private static boolean asks(GroupText text, Ringable phone) {
        return phone.accept() == null ? text.asks() : phone.accept() == Device.Accept.ASK;
    }

    /** A calendar that cannot be read does not keep callers from people. */
    private boolean isOpen(Kept group, Instant hour) {
        String calendar = group.text().calendar();
        return calendar == null || calendars.isOpen(calendar, hour).orElseGet(() -> {
            LOG.log(Level.WARNING, "group={0} calendar={1} unknown, counts as open", group.key(), calendar);
            return true;
        });
    }

    private static String caller(Facts facts) {
        return facts.get("caller.number").or(() -> facts.get("caller.shown")).orElse("");
    }
}
