package callward.queue;

import callward.call.Knock;
import callward.call.ReplyFormat;
import callward.call.Switchboard;
import callward.flow.Announcement;
import callward.flow.CallEvent;
import callward.flow.Verb;
import callward.phone.CallId;
import callward.queue.Places.Hope;
import callward.queue.Places.Waits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The side of the queue on which callers wait. What they hear there is asked for again and again, and is no turn of their call; a key that
 * counts is one, and so is having waited too long.
 */
@ApplicationScoped
@Transactional
public class WaitingCaller {

    private static final int SILENCE_SECONDS = 30;
    private static final int SHORTEST_SECONDS = 2;
    private static final int AFTER_MUSIC_SECONDS = 1;

    @Inject
    Places places;
    @Inject
    Offers offers;
    @Inject
    Switchboard switchboard;
    @Inject
    Event<QueueMoved> bell;
    @Inject
    Clock clock;

    /** @param turn the turn that the call awaits while he waits; @param door where it was asked */
    public ForCaller hears(CallId call, int turn, String door, Map<String, String> request, ReplyFormat format) {
        Optional<Hope> hope = places.hope(call);
        if (hope.isPresent() && !clock.instant().isBefore(hope.get().dueAt())) {
            ForCaller answer = leaves(new Knock(call, turn, new CallEvent.TimeIsUp(clock.instant()), door, request), format);
            return answer instanceof ForCaller.Waits ? new ForCaller.Hears(List.of(), "", SHORTEST_SECONDS) : answer;
        }
        Optional<Waits> waits = places.hears(call);
        if (waits.filter(Waits::entered).isPresent()) {
            bell.fire(new QueueMoved());
        }
        return waits.map(this::hears).orElseGet(ForCaller.Leaves::new); // who does not wait by our books hears his next turn
    }

    private ForCaller hears(Waits waits) {
        Verb.Enqueue hears = waits.hears();
        List<Verb.Prompt> prompts = new ArrayList<>();
        if (waits.told()) {
            prompts.addAll(hears.announceSeconds() > 0 ? Announcement.of(hears, waits.place(), waits.minutes()) : hears.choices());
        }
        prompts.addAll(hears.music());
        int left = (int) Math.clamp(Duration.between(clock.instant(), waits.dueAt()).toSeconds(), SHORTEST_SECONDS, 60);
        int silence = !hears.music().isEmpty() ? AFTER_MUSIC_SECONDS : hears.announceSeconds() > 0 ? hears.announceSeconds() : SILENCE_SECONDS;
        return new ForCaller.Hears(prompts, hears.keys(), Math.min(silence, left));
    }

    /** A key was pressed; one that means nothing, or that comes when somebody is about to talk to him, changes nothing. */
    public ForCaller pressed(CallId call, int turn, String digits, String door, Map<String, String> request, ReplyFormat format) {
        Optional<Hope> hope = places.hope(call);
        boolean counts = hope.isEmpty() || digits.length() == 1 && hope.get().keys().contains(digits);
        return counts ? leaves(new Knock(call, turn, new CallEvent.Entered(clock.instant(), digits), door, request), format) : new ForCaller.Waits();
    }

    /** Under the call's lock, and only while nobody has claimed him: the turn is played here, and he hears its answer as soon as he has left the queue. */
    private ForCaller leaves(Knock knock, ReplyFormat format) {
        return switchboard.handleIf(knock, format, () -> places.lock(knock.call()).filter(place -> place.state() == Place.State.CLAIMED || place.state() == Place.State.TALKING).isEmpty())
                ? new ForCaller.Leaves() : new ForCaller.Waits();
    }

    /** Who has taken him, the last time that he waited. */
    public Optional<String> takenBy(CallId call) {
        return places.takenBy(call);
    }

    /** Somebody who has claimed him is about to talk to him. */
    public void met(String token, String door, Map<String, String> request) {
        offers.find(token).filter(offer -> offer.state() == Offered.State.ACCEPTED)
                .filter(offer -> places.lock(offer.place()).filter(place -> place.state() == Place.State.CLAIMED).isPresent()) // told late, he may be elsewhere by now
                .ifPresent(offer -> {
                    switchboard.met(offer.call(), offer.agent(), door, request);
                    places.met(offer.place());
                });
    }
}
