package callward.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.agent.AgentsChanged;
import callward.agent.PhonesInUse.Talk;
import callward.flow.Accept;
import callward.flow.Answer;
import callward.flow.Remark.Why;
import callward.flow.RingRules;
import callward.flow.RingStrategy;
import callward.flow.Verb;
import callward.flow.Waiting;
import callward.hours.GivenCalendars;
import callward.house.Covers;
import callward.house.TestDatabase;
import callward.house.TestTransactions;
import callward.phone.Destination;
import callward.wording.Facts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who of a group is rung at the moment of a call, against a real database. Tom, Ann and Bo are in it, in this order, and nothing is against any of them. */
class GroupsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String OUR_LINE = "+15550100100";
    private static final Facts JOHN = Facts.of("caller.number", "+15550101234");

    private final List<Talk> talks = new ArrayList<>();
    private final Map<String, Instant> ended = new HashMap<>();
    private final TestTransactions own = new TestTransactions();
    private final Groups groups = GivenGroups.in(own.database(), (names, since) -> List.copyOf(talks), names -> Map.copyOf(ended), this::isNeverRung);
    private long tom;
    private long ann;
    private long bo;

    @BeforeEach
    void three_are_in_it() {
        TestDatabase.empty();
        tom = agent("tom", "+15550100201");
        ann = agent("ann", "+15550100202");
        bo = agent("bo", "+15550100203");
        TestDatabase.run("""
                insert into callward.ring_group (key, name, strategy, seconds_each, seconds_total, rounds, asks, decline_key, silence_seconds, drops_members,
                    unskilled_last, announce_seconds, most_waiting, longest_seconds)
                values ('support', 'Support', 'IN_ORDER', 25, 100, 2, true, '*', 5, true, true, 60, 50, 1800)""");
        member(tom, 0, "english, billing");
        member(ann, 1, "english, spanish");
        member(bo, 2, "");
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    @Covers({"S1.02", "S1.03", "S1.05"})
    void everybody_who_has_nothing_against_it_is_rung() {
        Answer.Members free = free();
        assertEquals(List.of("tom", "ann", "bo"), keys(free));
        assertEquals(new Verb.Target("tom", "tom, desk", Destination.of("+15550100201"), "tom", 25, true), free.targets().getFirst());
        assertEquals(new RingRules(RingStrategy.IN_ORDER, 25, 100, 2, Accept.ANY_KEY, true), free.rules());
        assertTrue(free.open());
        assertFalse(free.callerIsMember());
        assertEquals(List.of(), free.passedOver());
        assertEquals(new Waiting(null, 60, 50, 1800), groups.waiting("support").orElseThrow());
    }

    @Test
    void of_a_group_that_is_not_there_nothing_is_known() {
        assertEquals(new Answer.Unknown(), groups.whoIsFree("sales", JOHN, NOW, NOW));
        assertTrue(groups.waiting("sales").isEmpty());
    }

    @Test
    @Covers("S1.03")
    void who_is_signed_out_is_passed_over_with_that_reason() {
        TestDatabase.run("update callward.agent set reachable = false where id = ?", ann);
        isPassedOver("ann", ann, Why.SIGNED_OUT);
    }

    @Test
    @Covers("S1.03")
    void who_has_switched_his_telephones_off_is_passed_over_with_that_reason() {
        TestDatabase.run("update callward.agent set phone_on = false where id = ?", ann);
        isPassedOver("ann", ann, Why.SWITCHED_OFF);
    }

    @Test
    @Covers({"S1.03", "S1.08"})
    void who_is_on_a_call_is_passed_over_with_that_reason_and_the_others_ring() {
        talks.add(new Talk(null, "ann", "+15550100202", null));
        isPassedOver("ann", ann, Why.ON_A_CALL);
    }

    @Test
    @Covers("S1.03")
    void who_is_out_of_office_is_passed_over_with_that_reason() {
        TestDatabase.run("update callward.agent set out_from = ?, out_reason = 'Dentist' where id = ?", Timestamp.from(NOW.minusSeconds(60)), ann);
        isPassedOver("ann", ann, Why.OUT_OF_OFFICE);
    }

    @Test
    @Covers({"S1.03", "S1.04"})
    void a_member_who_calls_in_himself_is_passed_over_and_known_as_one_even_when_he_is_away() {
        TestDatabase.run("update callward.agent set phone_on = false where id = ?", ann);
        Answer.Members free = free(Facts.of("caller.number", "+15550100202"));
        assertTrue(free.callerIsMember());
        assertTrue(free.rules().dropsMembers());
        assertEquals(List.of(new Answer.NotRung("agent:" + ann, "ann", Why.IS_CALLER)), free.passedOver());
        assertEquals(List.of("tom", "bo"), keys(free));
        assertFalse(free(Facts.of("caller.shown", "anonymous")).callerIsMember());
        set("drops_members", false);
        assertFalse(free().rules().dropsMembers());
    }

    @Test
    @Covers("S1.04")
    void a_member_is_known_by_his_address_where_he_has_no_number() {
        TestDatabase.run("update callward.device set address = 'sip:bo@pbx.example.com' where key = 'bo'");
        assertTrue(free(Facts.of("caller.shown", "sip:bo@pbx.example.com")).callerIsMember());
    }

    @Test
    @Covers("S1.03")
    void after_a_talk_somebody_is_left_alone_and_without_a_telephone_he_cannot_be_rung() {
        TestDatabase.run("update callward.agent set wrap_up_seconds = 60 where id = ?", tom);
        talks.add(new Talk(null, "tom", "+15550100201", NOW.minusSeconds(59)));
        TestDatabase.run("delete from callward.device where key = 'bo'");
        assertEquals(List.of(new Answer.NotRung("agent:" + tom, "tom", Why.WRAPPING_UP), new Answer.NotRung("agent:" + bo, "bo", Why.NO_DEVICE)), free().passedOver());
    }

    @Test
    @Covers("B04")
    void a_line_of_ours_is_never_rung_and_its_owner_is_on_his_other_telephone() {
        TestDatabase.run("update callward.device set address = ? where key in ('tom', 'ann')", OUR_LINE);
        TestDatabase.run("insert into callward.device (key, label, address, agent_id, position) values ('mobile', 'Mobile', '+15550100299', ?, 9)", tom);
        Answer.NotRung line = new Answer.NotRung("tom", "tom, desk", Why.OUR_LINE);
        Answer.Members free = free();
        assertEquals(List.of("mobile", "bo"), keys(free));
        assertEquals(List.of(line, new Answer.NotRung("ann", "ann, desk", Why.OUR_LINE), new Answer.NotRung("agent:" + ann, "ann", Why.NO_DEVICE)), free.passedOver());
        assertEquals(free, groups.wouldBeRung("support", JOHN, NOW, NOW).orElseThrow(), "in queues, too");
    }

    private Optional<Why> isNeverRung(Destination place) {
        return place.address().equals(OUR_LINE) ? Optional.of(Why.OUR_LINE) : Optional.empty();
    }

    @Test
    void who_is_no_agent_any_more_is_no_member() {
        assertEquals(3, free().targets().size());
        TestDatabase.run("delete from callward.agent where id = ?", ann);
        assertEquals(List.of(new Answer.NotRung("agent:" + ann, null, Why.NOT_THERE)), free().passedOver(), "until it is read again");
        groups.afterChange(new AgentsChanged());
        assertEquals(List.of(), free().passedOver());
    }

    @Test
    void what_it_asks_is_the_telephone_s_own_choice_or_the_group_s() {
        TestDatabase.run("update callward.device set accept = 'TRUSTED' where key = 'ann'");
        assertEquals(List.of(true, false, true), asks());
        set("asks", false);
        TestDatabase.run("update callward.device set accept = 'ASK' where key = 'bo'");
        assertEquals(List.of(false, false, true), asks());
    }

    @Test
    void a_telephone_that_two_of_them_share_rings_once() {
        TestDatabase.run("insert into callward.device (key, label, address, agent_id, position) values ('shared', 'Shop', '+15550100201', ?, 9)", bo);
        assertEquals(List.of("tom", "ann", "bo"), keys(free()));
        TestDatabase.run("insert into callward.device (key, label, address, agent_id, position) values ('mobile', 'Mobile', '+15550100299', ?, 9)", tom);
        assertEquals(List.of("tom", "mobile", "ann", "bo"), keys(free()), "the telephones of one agent stand together, in their order");
    }

    @Test
    void it_is_open_by_its_calendar_and_a_calendar_that_is_gone_keeps_nobody_from_people() {
        GivenCalendars.calendar("office", "Europe/London", "MONDAY 09:00-17:00");
        set("calendar", "office");
        assertTrue(((Answer.Members) groups.whoIsFree("support", JOHN, NOW, NOW)).open());
        assertFalse(((Answer.Members) groups.whoIsFree("support", JOHN, NOW.plusSeconds(8 * 3600), NOW)).open(), "by the hour that the call lives in");
        set("calendar", "night");
        assertTrue(free().open());
    }

    @Test
    void whoever_has_talked_to_nobody_for_the_longest_time_comes_first() {
        set("strategy", "LONGEST_IDLE");
        ended.put("tom", NOW.minusSeconds(10));
        ended.put("+15550100201", NOW.minusSeconds(500));
        ended.put("+15550100202", NOW.minusSeconds(20));
        assertEquals(List.of("bo", "ann", "tom"), keys(free()), "never is longest, and of two telephones the last talk counts");
        ended.clear();
        assertEquals(List.of("tom", "ann", "bo"), keys(free()));
    }

    @Test
    void whoever_knows_most_of_what_the_call_asks_for_comes_first() {
        set("strategy", "BY_SKILL");
        set("wish", "{{language}}, {{topic}}");
        assertEquals(List.of("tom", "ann", "bo"), keys(free()), "of a call that asks for nothing");
        assertEquals(List.of("ann", "tom", "bo"), keys(free(JOHN.with("language", "Spanish"))));
        assertEquals(List.of("ann", "tom", "bo"), keys(free(JOHN.with("language", "English").with("topic", "spanish"))));
        assertEquals(List.of("tom", "ann", "bo"), keys(free(JOHN.with("language", "English").with("topic", "billing"))));
        set("unskilled_last", false);
        Answer.Members strict = free(JOHN.with("language", "English"));
        assertEquals(List.of("tom", "ann"), keys(strict));
        assertEquals(List.of(new Answer.NotRung("agent:" + bo, "bo", Why.LACKS_SKILL)), strict.passedOver());
        assertEquals(3, free().targets().size(), "a call that asks for nothing shuts nobody out");
    }

    @Test
    void each_call_begins_with_the_next_and_passes_over_who_is_not_free() {
        set("strategy", "ROUND_ROBIN");
        assertEquals(List.of("tom", "ann", "bo"), keys(free()));
        assertEquals(List.of("ann", "bo", "tom"), keys(free()));
        assertEquals(List.of("bo", "tom", "ann"), keys(free()));
        assertEquals(List.of("tom", "ann", "bo"), keys(free()));
        TestDatabase.run("update callward.agent set phone_on = false where id = ?", ann);
        assertEquals(List.of("bo", "tom"), keys(free()));
        assertEquals(List.of("tom", "bo"), keys(free()));
        TestDatabase.run("update callward.agent set phone_on = false where id = ?", tom);
        TestDatabase.run("update callward.agent set phone_on = true where id = ?", ann);
        assertEquals(List.of("ann", "bo"), keys(free()), "after one who is not free himself");
    }

    @Test
    void who_only_looks_and_who_rings_nobody_takes_no_turn() {
        set("strategy", "ROUND_ROBIN");
        GivenCalendars.calendar("office", "Europe/London", "MONDAY 09:00-10:00");
        free();
        assertEquals(List.of("ann", "bo", "tom"), keys(groups.wouldBeRung("support", NOW).orElseThrow()));
        free(Facts.of("caller.number", "+15550100203"));
        set("calendar", "office");
        assertFalse(free().open());
        set("calendar", null);
        assertEquals(List.of("ann", "bo", "tom"), keys(free()));
    }

    @Test
    void a_turn_whose_call_is_rolled_back_was_none() {
        set("strategy", "ROUND_ROBIN");
        assertThrows(IllegalStateException.class, () -> own.run(() -> {
            free();
            throw new IllegalStateException("the call failed");
        }));
        assertEquals(List.of("tom", "ann", "bo"), keys(free()));
    }

    /** Two calls right after a change: the one that does not read first must not go by what was before. */
    @Test
    void who_comes_while_another_one_reads_a_change_knows_of_it_too() {
        Groups[] asked = new Groups[1];
        List<List<String>> meanwhile = new ArrayList<>();
        GroupShelf slow = new GroupShelf() {
            @Override
            Map<String, Kept> all() {
                if (asked[0] != null) {
                    Groups groups = asked[0];
                    asked[0] = null;
                    meanwhile.add(keys((Answer.Members) groups.whoIsFree("support", JOHN, NOW, NOW)));
                }
                return super.all();
            }
        };
        slow.database = TestDatabase.get();
        groups.shelf = slow;
        assertEquals(3, free().targets().size());
        TestDatabase.run("delete from callward.ring_group_member where agent_id = ?", tom);
        groups.afterChange(new GroupsChanged());
        asked[0] = groups;
        assertEquals(List.of("ann", "bo"), keys(free()));
        assertEquals(List.of(List.of("ann", "bo")), meanwhile);
    }

    /** Forty-two calls at once, each in its own transaction: each member is the first equally often, and no two in a row are the same. */
    @Test
    void calls_at_the_same_moment_begin_with_different_people() throws Exception {
        set("strategy", "ROUND_ROBIN");
        groups.readAgain();
        List<String> firsts = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, 42).forEach(call -> all.add(threads.submit(() -> own.run(() -> {
                firsts.add(keys(free()).getFirst()); // the row is ours until the end: in this order they moved
            }))));
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(42, firsts.size());
        for (int i = 0; i < firsts.size(); i += 3) {
            assertEquals(3, new HashSet<>(firsts.subList(i, i + 3)).size(), firsts::toString);
        }
    }

    private void isPassedOver(String name, long id, Why why) {
        Answer.Members free = free();
        assertEquals(List.of(new Answer.NotRung("agent:" + id, name, why)), free.passedOver());
        assertEquals(Stream.of("tom", "ann", "bo").filter(key -> !key.equals(name)).toList(), keys(free));
        assertFalse(free.callerIsMember());
    }

    private List<Boolean> asks() {
        return free().targets().stream().map(Verb.Target::asks).toList();
    }

    private Answer.Members free() {
        return free(JOHN);
    }

    private Answer.Members free(Facts facts) {
        return (Answer.Members) groups.whoIsFree("support", facts, NOW, NOW);
    }

    private static List<String> keys(Answer.Members free) {
        return free.targets().stream().map(Verb.Target::key).toList();
    }

    private void set(String column, Object value) {
        TestDatabase.run("update callward.ring_group set " + column + " = ?", value);
        groups.readAgain();
    }

    private static long agent(String name, String number) {
        TestDatabase.run("insert into callward.agent (name, reachable) values (?, true)", name);
        long id = Long.parseLong(TestDatabase.value("select id from callward.agent where name = ?", name));
        TestDatabase.run("insert into callward.device (key, label, address, agent_id, position) values (?, ?, ?, ?, 0)", name, name + ", desk", number, id);
        return id;
    }

    private static void member(long agent, int place, String skills) {
        TestDatabase.run("insert into callward.ring_group_member (group_id, agent_id, position, skills) select id, ?, ?, ? from callward.ring_group", agent, place, skills);
    }
}
