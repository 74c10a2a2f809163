package callward.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Accounts;
import callward.access.GivenAudit;
import callward.agent.Agent;
import callward.agent.Agents;
import callward.agent.AgentsChanged;
import callward.agent.Devices;
import callward.flow.RingStrategy;
import callward.greeting.Greeting;
import callward.greeting.GreetingBook;
import callward.hours.Calendar;
import callward.hours.CalendarBook;
import callward.house.Fired;
import callward.house.SameMoment;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.script.Known;
import callward.script.WhereUsed;
import callward.settings.Refused.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What people change of groups counts for the next call; what will not do is refused by the names of its fields. */
class GroupBookTest {

    private final TestEntities entities = TestEntities.open();
    private final GivenAudit audit = new GivenAudit();
    private final Groups groups = GivenGroups.in(TestDatabase.get(), (names, since) -> List.of(), names -> Map.of());
    private final Agents agents = Wired.with(entities.manager(), audit, new Fired<AgentsChanged>(), new Accounts(), new Devices()).bean(Agents.class);
    private List<WhereUsed.Place> uses = List.of();
    private final GroupBook book = Wired.with(entities.manager(), audit, agents, new OneCalendar(), new OneGreeting(), new Scripts()).named("changed",
            new Fired<GroupsChanged>(groups::afterChange)).bean(GroupBook.class);
    private long tom;
    private long ann;

    private static final class OneCalendar extends CalendarBook {
        @Override
        public Optional<Calendar> find(String key) {
            return "office".equals(key) ? Optional.of(new Calendar() { }) : Optional.empty();
        }
    }

    private static final class OneGreeting extends GreetingBook {
        @Override
        public Optional<Greeting> find(String key) {
            return Optional.empty();
        }
    }

    private final class Scripts extends WhereUsed {
        @Override
        public List<Place> of(Known.Thing thing, String key) {
            assertEquals(Known.Thing.GROUP, thing);
            return uses;
        }
    }

    @BeforeEach
    void a_group_of_two() {
        TestDatabase.empty();
        tom = entities.once(() -> agents.add(new Agent("Tom", null)).getId());
        ann = entities.once(() -> agents.add(new Agent("Ann", null)).getId());
        entities.once(() -> book.add("support", GroupText.usual("Support"), List.of(member(tom, "english"), member(ann))));
    }

    @Test
    void a_group_that_was_changed_since_somebody_has_looked_is_not_deleted() {
        GroupText seen = entities.once(() -> book.find("support").orElseThrow().text());
        entities.once(() -> book.change("support", GroupText.queue("Support"), seen));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> book.delete("support", seen)));
        entities.once(() -> book.delete("support", book.find("support").orElseThrow().text()));
        assertEquals(Optional.empty(), entities.once(() -> book.find("support")));
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void of_two_who_add_the_same_group_at_the_same_moment_the_second_is_told_so() {
        TestEntities others = TestEntities.open();
        GroupBook book2 = Wired.with(others.manager(), audit, agents, new OneCalendar(), new OneGreeting(), new Scripts()).named("changed", new Fired<GroupsChanged>()).bean(GroupBook.class);
        GroupRefused late = assertInstanceOf(GroupRefused.class, SameMoment.of(entities, () -> book.add("night", GroupText.usual("Night"), List.of()),
                others, () -> book2.add("night", GroupText.usual("Nights"), List.of())));
        assertEquals("There is a group “night” already. Choose another name.", late.faults().get("key").inEnglish());
        assertEquals("Night", TestDatabase.value("select name from callward.ring_group where key = 'night'"));
    }

    @Test
    void what_is_changed_counts_for_the_next_call() {
        assertEquals(2, groups.wouldBeRung("support", Instant.EPOCH).orElseThrow().passedOver().size());
        entities.once(() -> book.arrange("support", List.of(member(ann)), null));
        assertEquals(List.of("agent:" + ann), groups.wouldBeRung("support", Instant.EPOCH).orElseThrow().passedOver().stream().map(one -> one.key()).toList());
        GroupText other = GroupText.queue("Support");
        entities.once(() -> book.change("support", other, null));
        assertEquals(RingStrategy.LONGEST_IDLE, groups.wouldBeRung("support", Instant.EPOCH).orElseThrow().rules().strategy());
        entities.once(() -> book.delete("support"));
        assertTrue(groups.wouldBeRung("support", Instant.EPOCH).isEmpty());
    }

    @Test
    void it_is_kept_as_it_was_described() {
        GroupText all = new GroupText("Night", RingStrategy.BY_SKILL, 5, 3600, 10, false, "1", "#", 30, false, "office", "{{language}}", false, null, 15, 1000, 7200);
        entities.once(() -> book.add("night", all, List.of()));
        assertEquals(all, entities.once(() -> book.find("night").orElseThrow().text()));
        assertEquals(all.rules(), groups.wouldBeRung("night", Instant.EPOCH).orElseThrow().rules());
        assertEquals(all.waiting(), groups.waiting("night").orElseThrow());
    }

    @Test
    void members_stand_in_the_order_in_which_they_were_put() {
        entities.once(() -> book.arrange("support", List.of(member(ann, "spanish"), member(tom)), List.of(member(tom, "english"), member(ann))));
        assertEquals(List.of(member(ann, "spanish"), member(tom)), members());
        assertTrue(audit.entries.getLast().contains("members=Ann (spanish), Tom"), audit.entries.getLast());
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> book.arrange("support", List.of(member(tom)), List.of(member(tom, "english"), member(ann)))));
        entities.once(() -> book.change("support", GroupText.usual("Help"), null));
        assertEquals(List.of(member(ann, "spanish"), member(tom)), members(), "a change of the rest leaves them alone");
    }

    @Test
    void who_is_no_agent_any_more_is_no_member() {
        TestDatabase.run("delete from callward.agent where id = ?", tom);
        assertEquals(List.of(member(ann)), members());
    }

    @Test
    void two_people_do_not_undo_each_other_s_change() {
        GroupText seen = entities.once(() -> book.find("support").orElseThrow().text());
        entities.once(() -> book.change("support", GroupText.usual("Help"), seen));
        assertThrows(ChangedMeanwhile.class, () -> entities.once(() -> book.change("support", GroupText.usual("Aid"), seen)));
        assertEquals("Help", entities.once(() -> book.find("support").orElseThrow().getName()));
    }

    @Test
    void a_group_that_calls_ring_is_not_deleted_and_one_in_a_draft_is() {
        uses = List.of(new WhereUsed.Place(1, "Sales", List.of("ring"), true));
        GroupInUse used = assertThrows(GroupInUse.class, () -> entities.once(() -> book.delete("support")));
        assertTrue(used.saying().inEnglish().contains("Sales"));
        uses = List.of(new WhereUsed.Place(1, "Sales", List.of("ring"), false));
        entities.once(() -> book.delete("support"));
        assertEquals("0", TestDatabase.value("select count(*) from callward.ring_group_member"));
    }

    @Test
    void every_field_that_will_not_do_is_named() {
        assertEquals(Set.of("name", "strategy", "secondsEach", "secondsTotal", "rounds", "acceptKey", "declineKey", "silenceSeconds", "wish", "announceSeconds", "mostWaiting",
                "longestSeconds"), refused(() -> new GroupText(" ", null, 4, 3601, 0, true, "12", null, 31, true, null, "x".repeat(501), true, null, 14, 1001, 29)));
        assertEquals(Set.of("declineKey"), refused(() -> new GroupText("A", RingStrategy.IN_ORDER, 20, 120, 2, true, "1", "1", 5, true, null, null, true, null, 0, 1, 30)));
        assertEquals(Set.of("key"), refused(() -> book.add("Not a key", GroupText.usual("A"), List.of())));
        assertEquals(Set.of("key"), refused(() -> book.add("support", GroupText.usual("A"), List.of())));
        assertEquals(Set.of("calendar", "music"), refused(() -> book.change("support",
                new GroupText("A", RingStrategy.IN_ORDER, 20, 120, 2, true, null, "*", 5, true, "night", null, true, "waltz", 0, 1, 30), null)));
        assertEquals(Set.of("members"), refused(() -> book.arrange("support", List.of(member(4711)), null)));
        assertEquals(Set.of("members"), refused(() -> book.arrange("support", List.of(member(tom), member(tom)), null)));
        assertEquals(Set.of("members"), refused(() -> book.arrange("support", List.of(member(tom, "x".repeat(41))), null)));
        assertEquals(Kind.GONE, assertThrows(GroupRefused.class, () -> entities.once(() -> book.change("nobody", GroupText.usual("A"), null))).kind());
        assertEquals(List.of(member(tom, "english"), member(ann)), members());
    }

    @Test
    void what_is_gone_may_stay_so_that_the_rest_can_be_changed() {
        GroupText text = new GroupText("Support", RingStrategy.IN_ORDER, 20, 120, 2, true, null, "*", 5, true, "office", null, true, null, 0, 1, 30);
        entities.once(() -> book.change("support", text, null));
        TestDatabase.run("update callward.ring_group set calendar = 'gone', music = 'gone'");
        GroupText gone = entities.once(() -> book.find("support").orElseThrow().text());
        entities.once(() -> book.change("support", gone.with(RingStrategy.BY_SKILL), gone));
        assertEquals("gone", entities.once(() -> book.find("support").orElseThrow().text().calendar()));
    }

    @Test
    void skills_are_words_with_commas_whatever_their_capitals() {
        assertEquals(List.of("english", "second level", "2"), Skills.of(" English,second   level; 2,\nENGLISH,,"));
        assertEquals(List.of(), Skills.of(null));
        assertEquals(List.of(), Skills.of(" , "));
    }

    @Test
    void the_page_s_buttons_move_take_out_and_add() {
        List<Member> both = List.of(member(1, "a"), member(2));
        assertEquals(List.of(member(2), member(1, "a")), GroupMembersView.arranged(both, "down", 1));
        assertEquals(both, GroupMembersView.arranged(both, "up", 1));
        assertEquals(List.of(member(2)), GroupMembersView.arranged(both, "remove", 1));
        assertEquals(List.of(member(1, "a"), member(2), member(3)), GroupMembersView.arranged(both, "add", 3));
        assertEquals(both, GroupMembersView.arranged(both, "add", 2));
        assertEquals(both, GroupMembersView.arranged(both, "keep", 0));
        assertEquals(List.of(member(1, "a"), member(2, "b", "c")), GroupMembersView.typed(both, field -> field.equals("skills-2") ? "B, c" : null));
    }

    private List<Member> members() {
        return entities.once(() -> book.members(book.find("support").orElseThrow()));
    }

    private Set<String> refused(Supplier<?> deed) {
        return assertThrows(GroupRefused.class, () -> entities.once(deed::get)).faults().keySet();
    }

    private static Member member(long agent, String... skills) {
        return new Member(agent, List.of(skills));
    }
}
