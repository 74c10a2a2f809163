package callward.queue;

import callward.call.Switchboard;
import callward.carrier.Carrier.CarrierCall;
import callward.queue.Offered.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What becomes of offers about which the carrier has not told what it should have: it was asked. */
@ApplicationScoped
@Transactional
class LostOffers {

    private static final String SWEEP = "dispatch";
    private static final Duration WHILE_TALKING = Duration.ofSeconds(60);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);
    /** For how long the carrier is believed to know better soon. */
    private static final Duration LAGS = Duration.ofSeconds(60);

    @Inject
    Places places;
    @Inject
    Offers offers;
    @Inject
    QueueBooks books;
    @Inject
    OfferedAgent agents;
    @Inject
    Switchboard switchboard;
    @Inject
    Clock clock;

    /** Whether the carrier was ever asked, nobody knows: it shall not ring now. */
    void neverRang(Offered known) {
        places.lock(known.place());
        Offered offer = offers.find(known.token()).orElseThrow();
        if (offer.leg() == null && offers.ends(offer.id(), State.FAILED, State.RINGING)) {
            books.stopRinging(offer);
        }
    }

    /**
     * @param isOver whether the call that rang for it is over
     * @param status of that call, in the carrier's words
     * @param rung   telephones that were rung out of it
     */
    void settle(Offered known, boolean isOver, String status, List<CarrierCall> rung) {
        Place place = places.lock(known.place()).orElseThrow();
        if (isOver && known.state() == State.ACCEPTED && place.isCallback()) {
            boolean talked = rung.stream().anyMatch(leg -> leg.status().equals("completed") && leg.seconds() > 0);
            if (talked || !isUnclear(rung) || !offers.isOver(known.id(), ASK_AGAIN).plus(LAGS).isAfter(clock.instant())) {
                agents.talked(known.token(), talked, SWEEP, Map.of("CallStatus", status)); // knows by itself whether it comes late
            }
            return;
        }
        Offered offer = offers.find(known.token()).orElseThrow();
        if (!offer.isOpen() || offer.state() != known.state()) {
            return;
        }
        if (isOver) {
            books.over(offer, QueueBooks.rang(status));
        } else if (offer.state() == State.ACCEPTED) {
            if (!place.isCallback() && place.state() == Place.State.CLAIMED) {
                // nobody fetches for so long: he would have been told that nobody is there, and have put down
                switchboard.met(offer.call(), offer.agent(), SWEEP, Map.of("CallStatus", status));
                places.met(place.id());
            }
            offers.lookAt(offer.id(), WHILE_TALKING);
        } else if (offers.ends(offer.id(), offer.state() == State.ASKED ? State.SILENT : State.UNANSWERED, offer.state())) {
            books.stopRinging(offer);
        }
    }

    /** What the carrier lists lags behind what it does: whom it calls live, or of no length, may have been talked with, and would be called again. */
    private static boolean isUnclear(List<CarrierCall> rung) {
        return rung.stream().anyMatch(leg -> !leg.over() || leg.status().equals("completed") && leg.seconds() <= 0);
    }
}
