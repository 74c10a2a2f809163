package callward.group;

import callward.access.Audit;
import callward.access.Deed;
import callward.agent.Agent;
import callward.agent.Agents;
import callward.greeting.GreetingBook;
import callward.hours.CalendarBook;
import callward.script.Known;
import callward.script.WhereUsed;
import callward.settings.Duplicate;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Groups as the people see them who keep them. What will not do is refused by the names of its fields; each change is noted in the audit log. */
@ApplicationScoped
@Transactional
public class GroupBook {

    static final int MOST_MEMBERS = 200;
    private static final String ROOM = "groups";

    @PersistenceContext(unitName = "callward")
    EntityManager entities;
    @Inject
    Agents agents;
    @Inject
    CalendarBook calendars;
    @Inject
    GreetingBook greetings;
    @Inject
    WhereUsed whereUsed;
    @Inject
    Audit audit;
    @Inject
    Event<GroupsChanged> changed;

    public List<Group> all() {
        return entities.createQuery("select g from RingGroup g order by lower(g.name), g.id", Group.class).getResultList();
    }

    public Optional<Group> find(String key) {
        return entities.createQuery("select g from RingGroup g where g.key = :key", Group.class).setParameter("key", key).getResultStream().findFirst();
    }

    /** In the order of the group. */
    public List<Member> members(Group group) {
        return entities.createQuery("select m from GroupMember m where m.groupId = :group order by m.place, m.id", GroupMember.class)
                .setParameter("group", group.getId()).getResultStream().map(GroupMember::member).toList();
    }

    /** The scripts that ring it, and drafts that will. */
    public List<WhereUsed.Place> uses(String key) {
        return whereUsed.of(Known.Thing.GROUP, key);
    }

    public Group add(String key, GroupText text, List<Member> members) {
        if (!Group.isKey(key)) {
            throw GroupRefused.field("key", "group.keyWrong");
        }
        if (find(key).isPresent()) {
            throw taken(key);
        }
        check(text, null);
        Group group = new Group(key);
        group.become(text);
        entities.persist(group);
        Duplicate.refused(entities, () -> taken(key));
        put(group, checked(members));
        audit.note(ROOM, key, text.name(), Deed.CREATED, Map.of(), facts(text, members));
        return group;
    }

    private static GroupRefused taken(String key) {
        return GroupRefused.field("key", "group.keyTaken", key);
    }

    /**
     * Describes a known group anew; its members stay.
     *
     * @param seen as it was when whoever changes it read it; null when nobody has looked
     * @throws ChangedMeanwhile when it is not as it was seen: what somebody else has written must not be lost unnoticed
     */
    Group change(String key, GroupText text, GroupText seen) {
        Group group = locked(key);
        if (seen != null && !group.text().equals(seen)) {
            throw new ChangedMeanwhile();
        }
        return become(group, text, members(group), members(group));
    }

    /**
     * Sets a known group's members, in their order.
     *
     * @param seen as they were; null when nobody has looked
     */
    Group arrange(String key, List<Member> members, List<Member> seen) {
        Group group = locked(key);
        List<Member> before = members(group);
        if (seen != null && !before.equals(seen)) {
            throw new ChangedMeanwhile();
        }
        return become(group, group.text(), before, members);
    }

    /** All of it, whatever it is now. */
    Group set(String key, GroupText text, List<Member> members) {
        Group group = locked(key);
        return become(group, text, members(group), members);
    }

    /** Whatever it is now. @throws GroupInUse while calls ring it */
    void delete(String key) {
        delete(key, null);
    }

    /**
     * @param seen as it was when whoever deletes it read it; null when nobody has looked
     * @throws ChangedMeanwhile when it is not as it was seen
     * @throws GroupInUse       while calls ring it
     */
    void delete(String key, GroupText seen) {
        Group group = locked(key);
        if (seen != null && !group.text().equals(seen)) {
            throw new ChangedMeanwhile();
        }
        List<WhereUsed.Place> live = uses(key).stream().filter(WhereUsed.Place::published).toList();
        if (!live.isEmpty()) {
            throw new GroupInUse(live);
        }
        Map<String, String> facts = facts(group.text(), members(group));
        entities.createQuery("delete from GroupMember m where m.groupId = :group").setParameter("group", group.getId()).executeUpdate();
        entities.remove(group);
        changed.fire(new GroupsChanged());
        audit.note(ROOM, key, group.getName(), Deed.DELETED, facts, Map.of());
    }

    private Group become(Group group, GroupText text, List<Member> before, List<Member> members) {
        GroupText was = group.text();
        check(text, was);
        Map<String, String> facts = facts(was, before);
        group.become(text);
        if (!members.equals(before)) {
            put(group, checked(members));
        }
        entities.flush();
        changed.fire(new GroupsChanged());
        audit.note(ROOM, group.getKey(), text.name(), Deed.CHANGED, facts, facts(text, members));
        return group;
    }

    /** All anew: where somebody stands is part of each. */
    private void put(Group group, List<Member> members) {
        entities.createQuery("delete from GroupMember m where m.groupId = :group").setParameter("group", group.getId()).executeUpdate();
        IntStream.range(0, members.size()).forEach(place -> entities.persist(new GroupMember(group.getId(), members.get(place), place)));
        entities.flush();
        changed.fire(new GroupsChanged());
    }

    private Group locked(String key) {
        Group group = find(key).orElseThrow(GroupRefused::gone);
        entities.refresh(group, LockModeType.PESSIMISTIC_WRITE);
        return group;
    }

    /** What it names must be there; what is gone and was named before may stay, so that the rest can be changed. */
    private void check(GroupText text, GroupText was) {
        Map<String, Saying> faults = new HashMap<>();
        if (text.calendar() != null && (was == null || !text.calendar().equals(was.calendar())) && calendars.find(text.calendar()).isEmpty()) {
            faults.put("calendar", Saying.of("group.wrong.calendar"));
        }
        if (text.music() != null && (was == null || !text.music().equals(was.music())) && greetings.find(text.music()).isEmpty()) {
            faults.put("music", Saying.of("group.wrong.music"));
        }
        if (!faults.isEmpty()) {
            throw new GroupRefused(faults);
        }
    }

    private List<Member> checked(List<Member> members) {
        if (members.size() > MOST_MEMBERS) {
            throw GroupRefused.field("members", "group.wrong.members", MOST_MEMBERS);
        }
        Set<Long> seen = new HashSet<>();
        members.forEach(member -> {
            if (agents.find(member.agentId()).isEmpty()) {
                throw GroupRefused.field("members", "group.wrong.agent", String.valueOf(member.agentId()));
            }
            if (!seen.add(member.agentId())) {
                throw GroupRefused.field("members", "group.wrong.twice", name(member));
            }
            if (member.skills().size() > Skills.MOST || member.skills().stream().anyMatch(skill -> skill.length() > Skills.LONGEST)) {
                throw GroupRefused.field("members", "group.wrong.skills", Skills.MOST, Skills.LONGEST);
            }
        });
        return members;
    }

    private Map<String, String> facts(GroupText text, List<Member> members) {
        Map<String, String> facts = new TreeMap<>(text.facts());
        facts.put("members", members.stream().map(member -> name(member) + (member.skills().isEmpty() ? "" : " (" + Skills.text(member.skills()) + ")"))
                .collect(Collectors.joining(", ")));
        return facts;
    }

    private String name(Member member) {
        return agents.find(member.agentId()).map(Agent::getName).orElse(String.valueOf(member.agentId()));
    }
}
