package callward.queue;

import callward.agent.Devices;
import callward.agent.Ringable;
import callward.call.CallNews;
import callward.call.Errands;
import callward.call.NumberGuard;
import callward.call.Switchboard;
import callward.flow.Answer;
import callward.flow.Happening;
import callward.flow.Order;
import callward.flow.Remark;
import callward.flow.Remark.Why;
import callward.flow.RingRules;
import callward.flow.Verb;
import callward.group.Groups;
import callward.queue.Offered.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Offers a group's callers, the longest waiting first, to whoever of the group is free at this moment: one agent after another, or all of them
 * at once. In one round nobody is asked twice; when everybody has been, it begins again after a pause.
 */
@ApplicationScoped
@Transactional
class OfferCallers {

    /** Carriers begin one call a second. */
    static final int MOST_AT_ONCE = 10;
    static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_PLACES = 50;
    /** The carrier's own delay, and the news of it. */
    private static final int CARRIER_SECONDS = 90;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Groups groups;
    @Inject
    Places places;
    @Inject
    Offers offers;
    @Inject
    NumberGuard guard;
    @Inject
    Devices devices;
    @Inject
    Errands errands;
    @Inject
    Switchboard switchboard;
    @Inject
    Event<Object> house;
    @Inject
    Clock clock;

    void of(String group) {
        if (!places.isMine(group)) {
            return; // another node does it, or another thread
        }
        for (Place place : places.toOffer(group, MOST_PLACES)) {
            offer(place);
        }
    }

    private void offer(Place place) {
        if (place.isCallback() && !guard.mayCall(place.number(), place.practice())) {
            places.ended(place.id(), Place.Result.FAILED);
            switchboard.noted(place.call(), "NotCalledBack", "dispatch", Map.of("number", place.number().e164()), List.of());
            return;
        }
        List<Offered> before = offers.ofPlace(place.id());
        Instant now = clock.instant();
        Optional<Answer.Members> found = groups.wouldBeRung(place.group(), place.facts(), place.hour(now), now);
        if (found.isEmpty()) {
            return; // the group was deleted: he waits until his time is up
        }
        Answer.Members members = found.get();
        boolean atOnce = members.rules().strategy().atOnce();
        boolean isAsking = before.stream().anyMatch(Offered::isOpen);
        boolean rests = place.isCallback() && !members.open(); // whoever is on the line was let in while it was open
        noteWhoIsNotAsked(place, rests ? closed(members) : members.passedOver(), before);
        if (rests) {
            places.nextRound(place.id(), PAUSE);
            return;
        }
        if (isAsking && !atOnce) {
            return;
        }
        List<Verb.Target> next = notAskedYet(place, before, members.targets());
        if (!next.isEmpty()) {
            List<Verb.Target> inTurn = atOnce ? next : notAskedYet(place, before, inTurn(place, now));
            inTurn.stream().limit(atOnce ? MOST_AT_ONCE : 1).forEach(phone -> offer(place, phone, members.rules()));
        } else if (!isAsking && !members.targets().isEmpty()) {
            places.nextRound(place.id(), PAUSE);
        }
    }

    /** Asked only when somebody will be rung: it moves the turn of a group that takes turns. */
    private List<Verb.Target> inTurn(Place place, Instant now) {
        return groups.whoIsFree(place.group(), place.facts(), place.hour(now), now) instanceof Answer.Members members ? members.targets() : List.of();
    }

    /** In this round; of each agent the first telephone that has not rung. Who has said no is not asked on his others; one that kept silent was a mailbox, and its owner may have another. */
    private List<Verb.Target> notAskedYet(Place place, List<Offered> before, List<Verb.Target> targets) {
        List<Offered> round = before.stream().filter(offer -> offer.round() == place.round()).toList();
        Set<String> rung = round.stream().map(Offered::device).collect(Collectors.toSet());
        Set<Long> said = round.stream().filter(offer -> offer.isOpen() || offer.state() == State.DECLINED).map(Offered::agentId)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Long> owners = owners(targets);
        return targets.stream().filter(phone -> !rung.contains(phone.key()) && owners.containsKey(phone.key()) && said.add(owners.get(phone.key()))).toList();
    }

    private Map<String, Long> owners(List<Verb.Target> targets) {
        return devices.targets(targets.stream().map(Verb.Target::key).toList()).stream().filter(phone -> Objects.nonNull(phone.agentId()))
                .collect(Collectors.toMap(Ringable::key, Ringable::agentId, (a, b) -> a));
    }

    private void offer(Place place, Verb.Target phone, RingRules rules) {
        String token = HexFormat.of().formatHex(random());
        int seconds = phone.seconds();
        if (offers.make(place, token, owners(List.of(phone)).get(phone.key()), phone, rules.accept(), Duration.ofSeconds(seconds + CARRIER_SECONDS))) {
            errands.order(place.call(), new Order.Place(phone.destination(), null, Offered.door(token), seconds, phone.key(), place.isCallback()));
            house.fire(new CallNews(place.call(), new Happening.AboutToRing(List.of(phone)), place.facts(), place.facts().get("line.name").orElse(""), clock.instant()));
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static List<Answer.NotRung> closed(Answer.Members members) {
        return Stream.concat(members.passedOver().stream(), members.targets().stream().map(phone -> new Answer.NotRung(phone.key(), phone.label(), Why.CLOSED))).toList();
    }

    /** Once for as long as it stays the same, though it is looked at every second. */
    private void noteWhoIsNotAsked(Place place, List<Answer.NotRung> passedOver, List<Offered> offers) {
        Set<String> isAsked = offers.stream().filter(Offered::isOpen).map(offer -> "agent:" + offer.agentId()).collect(Collectors.toSet());
        List<Answer.NotRung> others = passedOver.stream().filter(one -> !isAsked.contains(one.key())).toList();
        String reasons = others.stream().map(one -> one.key() + " " + one.why()).collect(Collectors.joining(", "));
        if (!reasons.equals(Objects.requireNonNullElse(place.notAsked(), ""))) {
            places.notAsked(place.id(), reasons);
            switchboard.noted(place.call(), "Looked", "dispatch", Map.of("group", place.group()), others.stream()
                    .<Remark>map(one -> new Remark.PassedOver(place.progress().step(), one.key(), one.label(), one.why())).toList());
        }
    }
}
