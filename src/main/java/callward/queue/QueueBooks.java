package callward.queue;

import callward.call.CallNews;
import callward.call.CallPlaced;
import callward.call.Errands;
import callward.call.LegNews;
import callward.call.PlacingFailed;
import callward.flow.Happening;
import callward.flow.Hold;
import callward.flow.Order;
import callward.phone.LegId;
import callward.queue.Offered.State;
import callward.queue.Place.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/** Keeps places and offers in step with what the calls come to. Observes in the transaction of the news and only writes rows. */
@ApplicationScoped
public class QueueBooks {

    /** Nobody calls a customer back twice in a moment. */
    static final Duration UNTIL_CALLED_AGAIN = Duration.ofMinutes(3);
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Set<String> OVER = Set.of("completed", "busy", "no-answer", "failed", "canceled");

    @Inject
    Places places;
    @Inject
    Offers offers;
    @Inject
    Errands errands;
    @Inject
    Event<QueueMoved> bell;
    @Inject
    Clock clock;

    void called(@Observes CallNews news) {
        switch (news.what()) {
            case Happening.BeganToWait began -> places.waits(news.call(), began.waiting(), news.at());
            case Happening.SteppedAside aside -> {
                places.aside(news.call());
                places.lock(news.call()).ifPresent(place -> withdraw(place.id(), State.WITHDRAWN));
            }
            case Happening.WantsCallback wish -> {
                if (places.wantsCallback(news.call(), wish.number(), news.at())) {
                    bell.fire(new QueueMoved());
                }
            }
            case Happening.StoppedWaiting stopped ->
                    places.ends(news.call(), Result.valueOf(stopped.why().name())).ifPresent(place -> withdraw(place, State.WITHDRAWN));
            // most callers never waited, and their calls end without asking for a place
            case Happening.Ended ended when news.facts().get(Hold.WAITED_FOR).isPresent() -> places.endsUnlessCalledBack(news.call()).ifPresent(place -> withdraw(place, State.WITHDRAWN));
            default -> { }
        }
    }

    /** Whoever is rung or asked for a caller who cannot be had is left alone; who talks to him is not disturbed. */
    void withdraw(long place, State why) {
        for (Offered offer : offers.ofPlace(place)) {
            if (offer.isOpen() && offers.ends(offer.id(), why, State.RINGING, State.ASKED)) {
                stopRinging(offer);
            }
        }
    }

    /** The caller has been taken: those whose telephones ring are left alone; who is being asked is told when he says yes. */
    void taken(Offered by) {
        for (Offered offer : offers.ofPlace(by.place())) {
            if (offer.id() != by.id() && offer.isOpen() && offers.ends(offer.id(), State.TAKEN, State.RINGING)) {
                stopRinging(offer);
            }
        }
    }

    void stopRinging(Offered offer) {
        errands.withdraw(offer.call(), offer.door());
        if (offer.leg() != null) {
            errands.order(offer.call(), new Order.EndLeg(offer.leg()));
        }
    }

    // ---- what the carrier tells of the calls that ring for offers ------------------------------------------------------------

    void placed(@Observes CallPlaced news) {
        if (news.door().startsWith(Offered.DOOR)) {
            offers.find(news.door().substring(Offered.DOOR.length())).ifPresent(offer -> rings(offer, news.leg()));
        }
    }

    /** Under the place's lock, as whoever withdraws it: one of the two sees what the other has done. */
    private void rings(Offered known, LegId leg) {
        places.lock(known.place());
        offers.rings(known.id(), leg);
        Offered offer = offers.find(known.token()).orElseThrow();
        if (!offer.isOpen()) {
            errands.order(offer.call(), new Order.EndLeg(leg)); // it was withdrawn while the carrier was asked
        }
    }

    void failed(@Observes PlacingFailed news) {
        if (news.door().startsWith(Offered.DOOR)) {
            offers.find(news.door().substring(Offered.DOOR.length())).ifPresent(offer -> over(offer, State.FAILED));
        }
    }

    void legMoved(@Observes LegNews news) {
        if (OVER.contains(news.status())) {
            offers.of(news.leg()).ifPresent(offer -> over(offer, rang(news.status())));
        }
    }

    static State rang(String status) {
        return switch (status) {
            case "busy" -> State.BUSY;
            case "failed" -> State.FAILED;
            default -> State.UNANSWERED;
        };
    }

    /** His telephone is down. @param rang what it came to if nobody picked it up */
    void over(Offered known, State rang) {
        Place place = places.lock(known.place()).orElseThrow();
        Offered offer = offers.find(known.token()).orElseThrow();
        if (!offer.isOpen()) {
            return;
        }
        if (offer.state() == State.ACCEPTED && place.isCallback()) {
            offers.isOver(offer.id(), UNTIL_TOLD); // whether they talked, the carrier tells, or is asked
            return;
        }
        State end = offer.state() == State.RINGING ? rang : offer.state() == State.ASKED ? State.SILENT : places.wasTalkedTo(place.id()) ? State.TALKED : State.WITHDRAWN;
        offers.ends(offer.id(), end, offer.state());
        if (offer.state() == State.ACCEPTED && place.state() == Place.State.CLAIMED) {
            lost(place);
        }
        bell.fire(new QueueMoved());
    }

    /** Whoever had claimed him is gone without having talked to him. */
    void lost(Place place) {
        places.free(place.id(), clock.instant().plus(place.isCallback() ? UNTIL_CALLED_AGAIN : AT_ONCE));
    }
}
