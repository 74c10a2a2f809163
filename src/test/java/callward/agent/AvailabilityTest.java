package callward.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.GivenAudit;
import callward.agent.Availability.Reach;
import callward.agent.PhonesInUse.Talk;
import callward.flow.Answer;
import callward.flow.Remark.Why;
import callward.house.Covers;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.TestDatabase;
import callward.house.TestEntities;
import callward.house.Wired;
import callward.phone.Destination;
import callward.script.GivenRingGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is rung at the moment of a call, against a real database. */
class AvailabilityTest {

    private static final String CUSTOMER = "+15550101234";
    private static final String DESK_PHONE = "+15550100201";
    private static final String MOBILE = "+15550100299";

    private final GivenClock clock = new GivenClock();
    private final TestEntities entities = TestEntities.open();
    private final List<Talk> talks = new ArrayList<>();
    private final Set<String> ourLines = new HashSet<>();
    private final List<Instant> asked = new ArrayList<>();
    private final GivenAudit audit = new GivenAudit();
    private final Wired wired = Wired.with(entities.manager(), TestDatabase.get(), clock, audit, new Fired<>(), new callward.access.Accounts(), (NeverRung) this::isNeverRung, new GivenRingGuard());
    private final Devices devices = wired.bean(Devices.class);
    private final Agents agents = Wired.with(entities.manager(), devices, audit, new Fired<AgentsChanged>(), new callward.access.Accounts()).bean(Agents.class);
    private final Presence presence = wired.bean(Presence.class);
    private final Availability availability = Wired.with(wired.bean(AgentStates.class), (PhonesInUse) this::talked, (NeverRung) this::isNeverRung).bean(Availability.class);

    private long account;
    private long tom;

    @BeforeEach
    void tom_is_at_his_desk() {
        TestDatabase.empty();
        account = account("tom");
        tom = entities.once(() -> {
            Agent agent = agents.of(account, "Tom");
            devices.save(new Device("tom", "Tom, desk", Destination.of(DESK_PHONE), agent));
            devices.save(new Device("tom-mobile", "Tom, mobile", Destination.of(MOBILE), agent));
            return agent.getId();
        });
        presence.stays(List.of(account));
    }

    @Test
    @Covers({"S1.03", "S1.05"})
    void who_has_nothing_against_it_is_rung_on_his_telephones_in_their_order() {
        assertEquals(List.of("tom", "tom-mobile"), reach().devices().stream().map(Ringable::key).toList());
        entities.once(() -> devices.arrange(agents.find(tom).orElseThrow(), List.of(new Devices.Wish("tom-mobile", true), new Devices.Wish("tom", false))));
        assertEquals(List.of("tom-mobile"), reach().devices().stream().map(Ringable::key).toList());
        assertTrue(reach().isFree());
    }

    @Test
    void a_telephone_that_has_become_a_line_of_ours_is_not_rung_and_who_has_no_other_cannot_be() {
        ourLines.add(DESK_PHONE);
        assertEquals(List.of("tom-mobile"), reach().devices().stream().map(Ringable::key).toList());
        assertEquals(List.of(new Answer.NotRung("tom", "Tom, desk", Why.OUR_LINE)), reach().never());
        ourLines.add(MOBILE);
        isNotRung(Why.NO_DEVICE, null);
        assertEquals(2, reach().never().size());
    }

    private Optional<Why> isNeverRung(Destination place) {
        return ourLines.contains(place.address()) ? Optional.of(Why.OUR_LINE) : Optional.empty();
    }

    @Test
    @Covers("S1.03")
    void who_has_no_desk_open_is_signed_out() {
        presence.leaves(account, Duration.ZERO);
        isNotRung(Why.SIGNED_OUT, null);
    }

    @Test
    @Covers("S1.03")
    void who_stays_reachable_needs_no_desk() {
        presence.leaves(account, Duration.ZERO);
        says(text -> text.withReachable(true));
        isRung();
    }

    @Test
    void a_page_that_is_loaded_again_is_not_gone_for_a_moment_and_one_that_stays_shut_is() {
        presence.leaves(account, Presence.RELOAD);
        clock.passes(Duration.ofSeconds(14));
        isRung();
        clock.passes(Duration.ofSeconds(2));
        isNotRung(Why.SIGNED_OUT, null);
    }

    @Test
    void the_desks_of_a_machine_that_is_gone_end_by_themselves() {
        clock.passes(Presence.AHEAD.minusSeconds(1));
        isRung();
        clock.passes(Duration.ofSeconds(2));
        isNotRung(Why.SIGNED_OUT, null);
    }

    @Test
    void a_desk_on_another_node_counts() {
        Presence elsewhere = wired.bean(Presence.class);
        elsewhere.stays(List.of(account));
        presence.leaves(account, Duration.ZERO);
        isRung();
        elsewhere.leaves(account, Duration.ZERO);
        isNotRung(Why.SIGNED_OUT, null);
    }

    @Test
    void a_shut_desk_that_was_over_already_is_not_open_again() {
        presence.leaves(account, Duration.ZERO);
        presence.leaves(account, Presence.RELOAD);
        isNotRung(Why.SIGNED_OUT, null);
    }

    @Test
    @Covers("S1.03")
    void who_has_switched_his_telephones_off_is_not_rung() {
        says(text -> text.withPhone(false));
        isNotRung(Why.SWITCHED_OFF, null);
    }

    @Test
    @Covers("S1.03")
    void who_is_out_of_office_is_not_rung_from_its_beginning_to_its_end() {
        Instant back = clock.instant().plusSeconds(3600);
        says(text -> text.withOutOfOffice(new OutOfOffice(clock.instant().plusSeconds(60), back, "Dentist")));
        isRung();
        clock.passes(Duration.ofSeconds(60));
        presence.stays(List.of(account));
        isNotRung(Why.OUT_OF_OFFICE, back);
        clock.passes(Duration.ofSeconds(3540));
        presence.stays(List.of(account));
        isRung();
    }

    @Test
    void who_is_out_without_an_end_stays_out() {
        says(text -> text.withReachable(true).withOutOfOffice(new OutOfOffice(clock.instant(), null, null)));
        clock.passes(Duration.ofDays(4000));
        isNotRung(Why.OUT_OF_OFFICE, null);
    }

    @Test
    @Covers({"S1.03", "S1.08"})
    void who_talks_is_not_rung_on_any_of_his_telephones() {
        talks.add(new Talk(null, "tom-mobile", "+15550100000", null));
        isNotRung(Why.ON_A_CALL, null);
        talks.set(0, new Talk(null, null, DESK_PHONE, null));
        isNotRung(Why.ON_A_CALL, null);
        talks.set(0, new Talk(null, "ann", "+15550100202", null));
        isRung();
    }

    @Test
    void after_a_talk_he_has_the_time_that_was_set() {
        Instant ended = clock.instant();
        talks.add(new Talk(null, "tom", DESK_PHONE, ended));
        isRung();
        says(text -> new AgentText(text.name(), true, true, 30, null));
        isNotRung(Why.WRAPPING_UP, ended.plusSeconds(30));
        assertEquals(ended.minusSeconds(30), asked.getLast(), "talks of the last 30 seconds are looked for");
        clock.passes(Duration.ofSeconds(29));
        isNotRung(Why.WRAPPING_UP, ended.plusSeconds(30));
        clock.passes(Duration.ofSeconds(1));
        isRung();
    }

    @Test
    @Covers({"S1.03", "S1.04"})
    void the_caller_is_not_rung_whichever_of_his_telephones_he_calls_from() {
        assertEquals(Why.IS_CALLER, reach(DESK_PHONE).why());
        assertEquals(Why.IS_CALLER, reach(MOBILE).why());
        entities.once(() -> devices.arrange(agents.find(tom).orElseThrow(), List.of(new Devices.Wish("tom", true), new Devices.Wish("tom-mobile", false))));
        assertEquals(Why.IS_CALLER, reach(MOBILE).why(), "one that is switched off is his all the same");
        assertEquals(Set.of(tom), availability.owners(MOBILE));
        assertEquals(Set.of(), availability.owners(CUSTOMER));
        assertEquals(Set.of(), availability.owners("anonymous"));
        isRung();
    }

    @Test
    void who_has_no_telephone_that_may_be_rung_is_not() {
        entities.once(() -> devices.arrange(agents.find(tom).orElseThrow(), List.of(new Devices.Wish("tom", false), new Devices.Wish("tom-mobile", false))));
        isNotRung(Why.NO_DEVICE, null);
        long bo = entities.once(() -> agents.add(new Agent("Bo", null)).getId());
        assertEquals(Why.NO_DEVICE, availability.of(List.of(bo), CUSTOMER, clock.instant()).getFirst().why());
    }

    /** Every combination of the conditions: the nearest to the call is told, and only nobody's reason rings him. */
    @Test
    @Covers("S1.03")
    void of_several_reasons_the_first_is_told() {
        List<Why> order = List.of(Why.IS_CALLER, Why.OUT_OF_OFFICE, Why.SWITCHED_OFF, Why.SIGNED_OUT, Why.ON_A_CALL, Why.WRAPPING_UP);
        for (int bits = 0; bits < 1 << order.size(); bits++) {
            int set = bits;
            List<Why> given = order.stream().filter(why -> (set & 1 << order.indexOf(why)) != 0).toList();
            talks.clear();
            says(text -> new AgentText("Tom", !given.contains(Why.SWITCHED_OFF), !given.contains(Why.SIGNED_OUT), 60,
                    given.contains(Why.OUT_OF_OFFICE) ? new OutOfOffice(clock.instant(), null, null) : null));
            presence.leaves(account, Duration.ZERO);
            if (given.contains(Why.ON_A_CALL)) {
                talks.add(new Talk(null, "tom", DESK_PHONE, null));
            }
            if (given.contains(Why.WRAPPING_UP)) {
                talks.add(new Talk(null, "tom", DESK_PHONE, clock.instant().minusSeconds(5)));
            }
            assertEquals(given.isEmpty() ? null : given.getFirst(), reach(given.contains(Why.IS_CALLER) ? MOBILE : CUSTOMER).why(), given::toString);
        }
    }

    @Test
    void one_answer_for_each_in_the_order_asked_for_and_talks_are_looked_up_once() {
        long bo = entities.once(() -> agents.add(new Agent("Bo", null)).getId());
        List<Reach> all = availability.of(List.of(bo, 4711L, tom), CUSTOMER, clock.instant());
        assertEquals(List.of(bo, 4711L, tom), all.stream().map(Reach::agentId).toList());
        assertEquals(Why.NOT_THERE, all.get(1).why());
        assertTrue(all.get(2).isFree());
        assertTrue(all.get(2).deskOpen());
        assertEquals(1, asked.size());
        assertEquals(List.of(), availability.of(List.of(), CUSTOMER, clock.instant()));
    }

    @Test
    void a_forwarding_list_asks_only_what_people_say_of_themselves() {
        presence.leaves(account, Duration.ZERO);
        talks.add(new Talk(null, "tom", DESK_PHONE, null));
        assertEquals(Map.of(), availability.away(List.of(tom), clock.instant()));
        says(text -> text.withPhone(false));
        assertEquals(Map.of(tom, Why.SWITCHED_OFF), availability.away(List.of(tom), clock.instant()));
        says(text -> text.withOutOfOffice(new OutOfOffice(clock.instant(), clock.instant().plusSeconds(60), null)));
        assertEquals(Map.of(tom, Why.OUT_OF_OFFICE), availability.away(List.of(tom), clock.instant()));
        assertEquals(Map.of(tom, Why.SWITCHED_OFF), availability.away(List.of(tom), clock.instant().plusSeconds(60)));
    }

    @Test
    void who_talks_is_known_whatever_he_says_of_himself() {
        assertEquals(Set.of(), availability.talking(List.of(tom), Set.of()));
        talks.add(new Talk(null, "tom", DESK_PHONE, clock.instant().minusSeconds(1)));
        assertEquals(Set.of(), availability.talking(List.of(tom), Set.of()), "he has put down");
        talks.add(new Talk(null, null, MOBILE, null));
        presence.leaves(account, Duration.ZERO);
        assertEquals(Set.of(tom), availability.talking(List.of(tom), Set.of()));
        assertEquals(Set.of(), availability.talking(List.of(), Set.of()));
    }

    private List<Talk> talked(Collection<String> names, Instant endedSince) {
        assertTrue(names.containsAll(List.of(DESK_PHONE, MOBILE)), names::toString);
        asked.add(endedSince);
        return talks.stream().filter(talk -> talk.endedAt() == null || talk.endedAt().isAfter(endedSince)).toList();
    }

    private void says(UnaryOperator<AgentText> what) {
        entities.once(() -> agents.change(tom, what));
    }

    private void isRung() {
        assertEquals(null, reach().why());
    }

    private void isNotRung(Why why, Instant until) {
        assertEquals(why, reach().why());
        assertEquals(until, reach().until());
        assertEquals(List.of(), reach().devices());
    }

    private Reach reach() {
        return reach(CUSTOMER);
    }

    private Reach reach(String caller) {
        return availability.of(List.of(tom), caller, clock.instant()).getFirst();
    }

    private static long account(String name) {
        TestDatabase.run("insert into callward.account (username, name, password, role, created_at) values (?, ?, 'x', 'AGENT', now())", name, name);
        return Long.parseLong(TestDatabase.value("select id from callward.account where username = ?", name));
    }
}
