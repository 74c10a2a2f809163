package callward.call;

import callward.agent.Devices;
import callward.agent.Ringable;
import callward.api.Refusal;
import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.flow.ByTime;
import callward.flow.Happening.Outcome;
import callward.flow.Progress;
import callward.flow.Hold;
import callward.flow.Hunt;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.Steps;
import callward.flow.Verb;
import callward.helpdesk.CustomerFound;
import callward.helpdesk.Helpdesk;
import callward.phone.PhoneNumber;
import callward.script.CallTest;
import callward.script.CallTest.Given;
import callward.script.CallTest.GivenGroup;
import callward.script.CallTest.GivenTelephone;
import callward.script.CallTestRun;
import callward.script.CallTests;
import callward.script.Move;
import callward.script.SavedCallTest;
import callward.script.Scripts;
import callward.wording.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a call test of a call that happened: who called, what was known, what was done and what came of it. Not all that was answered
 * during the call is kept, so the test is played with each likely world, and the one in which the caller heard what he really heard is taken.
 */
@ApplicationScoped
@Transactional
public class RecordedTest {

    @Inject
    Calls calls;
    @Inject
    Sql sql;
    @Inject
    Scripts scripts;
    @Inject
    CallTests tests;
    @Inject
    Devices devices;
    @Inject
    Helpdesk helpdesk;

    /**
     * @param name of the test; empty: whoever called, and when
     * @throws Refusal when there is no such call, it goes on, or its script is gone
     */
    public SavedCallTest save(String id, String name) {
        CallRow call = calls.find(id).orElseThrow(() -> Refusal.notFound("There is no call " + id + "."));
        if (!"OVER".equals(call.state())) {
            throw Refusal.conflict("The call is not over yet.");
        }
        long revision = sql.one("select revision_id from callward.call where id = ?", row -> row.getObject(1, Long.class), id)
                .orElseThrow(() -> Refusal.conflict("The script of this call is gone."));
        String shown = name == null || name.isBlank() ? shown(call) : name;
        return tests.save(scripts.scriptOf(revision), shown, test(call, scripts.steps(revision)));
    }

    static String shown(CallRow call) {
        String who = Optional.ofNullable(call.customerName()).or(() -> PhoneNumber.in(call.caller()).map(PhoneNumber::shown)).orElse(call.caller());
        String when = " · " + call.startedAt().truncatedTo(ChronoUnit.SECONDS);
        return who.substring(0, Math.min(who.length(), CallTests.LONGEST_NAME - when.length())) + when;
    }

    private CallTest test(CallRow call, Steps steps) {
        Progress end = calls.progress(List.of(call.id())).get(call.id());
        List<EventRow> events = calls.events(call.id());
        CallTest doings = new CallTest(PhoneNumber.in(call.caller()).map(PhoneNumber::e164).orElse(null), end.facts().under("line.").with(end.facts().under("call.")).with("call.id", null).values(),
                call.pretendedAt() == null ? call.startedAt() : call.pretendedAt(), null, RecordedMoves.of(events, end), null);
        String heard = heard(events);
        List<String> rung = calls.devices(call.id());
        return worlds(call, end, steps).map(world -> tests.filled(steps, doings.with(world)))
                .max(Comparator.comparingLong(test -> likeness(test, heard, rung, call.outcome()))).orElseThrow();
    }

    // ---- likely worlds ---------------------------------------------------------------------------------------------------

    /** The likeliest first: of equals, the first one is taken. */
    private Stream<Given> worlds(CallRow call, Progress end, Steps steps) {
        Facts known = end.facts();
        List<Map<String, String>> tickets = known.get("ticket.title").isPresent() || known.get("ticket.id").isPresent()
                ? List.of(known.under("ticket.").with(known.under("customer.")).values()) : List.of();
        Map<String, Boolean> open = steps.steps().stream().filter(ByTime.class::isInstance).map(step -> ((ByTime) step).calendar()).distinct()
                .collect(Collectors.toMap(calendar -> calendar, calendar -> true));
        List<Map<String, Boolean>> hours = open.isEmpty() ? List.of(open) : List.of(open, open.keySet().stream().collect(Collectors.toMap(key -> key, key -> false)));
        List<List<GivenTelephone>> telephones = List.of(telephones(call, end, keys(steps)), telephones(call, end, List.of()));
        return Stream.of(known.under("customer.").values(), customerNow(call), Map.<String, String>of()).distinct()
                .flatMap(customer -> hours.stream().flatMap(calendars -> telephones.stream().map(phones -> new Given(customer, tickets, calendars, phones, groups(steps, end, calls.devices(call.id()))))));
    }

    /** For whom the caller has waited, and who was to be rung when the call came to its last group; the others of the script are not known any more. */
    private static List<GivenGroup> groups(Steps steps, Progress end, List<String> rung) {
        Stream<GivenGroup> waitedFor = end.facts().get(Hold.WAITED_FOR).stream().map(group -> new GivenGroup(group, rung.isEmpty() ? List.of(group) : rung, null, null, null, null));
        return Stream.concat(lastRung(steps, end).stream(), waitedFor).toList(); // of two that are the same, the first counts; somebody was at work, or nobody would have waited
    }

    private static List<GivenGroup> lastRung(Steps steps, Progress end) {
        Hunt hunt = end.hunt();
        return steps.get(Objects.requireNonNullElse(end.step(), "")).filter(RingGroup.class::isInstance).filter(any -> hunt != null && hunt.rules() != null)
                .map(step -> List.of(new GivenGroup(((RingGroup) step).group(), hunt.everyone().stream().map(Verb.Target::key).toList(), hunt.rules().strategy(),
                        hunt.rules().secondsEach(), hunt.rules().rounds(), null))).orElse(List.of());
    }

    private Map<String, String> customerNow(CallRow call) {
        return PhoneNumber.in(call.caller()).filter(any -> !helpdesk.isFar()).flatMap(helpdesk::customerWith).map(RecordedTest::facts).orElse(Map.of());
    }

    private static Map<String, String> facts(CustomerFound customer) {
        return Facts.of("customer.id", customer.id()).with("customer.name", customer.name()).with("customer.url", customer.url()).values();
    }

    private static List<String> keys(Steps steps) {
        return steps.steps().stream().filter(Ring.class::isInstance).flatMap(step -> ((Ring) step).destinations().stream())
                .filter(key -> !key.contains("{{")).distinct().toList();
    }

    /** Those that rang or were about to, as they were then, and those of the script that can be rung now. */
    private List<GivenTelephone> telephones(CallRow call, Progress end, List<String> keys) {
        Map<String, GivenTelephone> all = new LinkedHashMap<>();
        devices.targets(keys).forEach(phone -> all.put(phone.key(), given(phone)));
        calls.devices(call.id()).forEach(key -> devices.targets(List.of(key)).forEach(phone -> all.putIfAbsent(key, given(phone))));
        Stream.concat(end.rung().stream(), end.targets().stream()).forEach(target -> all.put(target.key(), given(target)));
        return List.copyOf(all.values());
    }

    private static GivenTelephone given(Ringable phone) {
        return new GivenTelephone(phone.key(), phone.label(), phone.destination().address(), phone.agentName(), phone.seconds());
    }

    private static GivenTelephone given(Verb.Target target) {
        return new GivenTelephone(target.key(), target.label(), target.destination().address(), target.agent(), target.seconds());
    }

    // ---- what really happened --------------------------------------------------------------------------------------------

    private static String heard(List<EventRow> events) {
        return CallTestRun.plain(events.stream().map(EventRow::reply).filter(reply -> reply != null).map(RecordedTest::words).collect(Collectors.joining(" ")));
    }

    /** Of a reply in XML. */
    private static String words(String reply) {
        return reply.replaceAll("<[^>]*>", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
                .replaceAll("&#(?:39|x27);", "'").replace("&amp;", "&");
    }

    /** How much of what the test expects was really heard, whether the same telephones rang, and whether the call came to the same. */
    private static long likeness(CallTest test, String heard, List<String> rung, String outcome) {
        long same = test.moves().stream().filter(move -> move instanceof Move.Hears hears && heard.contains(CallTestRun.plain(hears.words()))).count();
        long other = test.moves().stream().filter(move -> move instanceof Move.Hears hears && !heard.contains(CallTestRun.plain(hears.words()))).count();
        List<String> rings = test.moves().stream().filter(Move.Rings.class::isInstance).map(move -> ((Move.Rings) move).destinations().getFirst()).distinct().toList();
        return same - 3 * other + (rings.equals(rung) ? 2 : 0) + (test.outcome() == outcome(outcome) ? 10 : 0);
    }

    private static Outcome outcome(String name) {
        return name == null ? null : Outcome.valueOf(name);
    }
}
