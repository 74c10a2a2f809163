package callward.queue;

import callward.call.Switchboard;
import callward.flow.Accept;
import callward.flow.Offer;
import callward.flow.Whisper;
import callward.phone.LegId;
import callward.queue.Offered.State;
import callward.queue.Place.Result;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The side of the queue on which agents are asked, and take callers. The same request again is answered the same again. */
@ApplicationScoped
@Transactional
public class OfferedAgent {

    static final int MOST_CALLS = 2;
    /** The shortest that a carrier waits for somebody to be in a queue: who has claimed a caller finds him there, or he has gone. */
    private static final int FETCH_SECONDS = 5;
    private static final int RING_CUSTOMER_SECONDS = 30;
    private static final Duration WHILE_ASKED = Duration.ofSeconds(90);
    private static final Duration UNTIL_MET = Duration.ofSeconds(25);

    @Inject
    Places places;
    @Inject
    Offers offers;
    @Inject
    QueueBooks books;
    @Inject
    Switchboard switchboard;
    @Inject
    Event<QueueMoved> bell;
    @Inject
    Clock clock;

    /** He has picked up. */
    public ForAgent pickedUp(String token, LegId leg) {
        Optional<Offered> found = offers.find(token);
        if (found.isEmpty()) {
            return new ForAgent.HangsUp();
        }
        Place place = places.lock(found.get().place()).orElseThrow();
        offers.rings(found.get().id(), leg);
        offers.pickedUp(found.get(), leg, found.get().asks());
        if (offers.moves(found.get().id(), State.ASKED, WHILE_ASKED, State.RINGING) && !found.get().asks()) {
            return takes(offers.find(token).orElseThrow(), place);
        }
        return next(offers.find(token).orElseThrow(), place, 1);
    }

    /** @param asked how often he had been asked by then */
    public ForAgent keyed(String token, String key, int asked) {
        Optional<Offered> found = offers.find(token);
        if (found.isEmpty()) {
            return new ForAgent.HangsUp();
        }
        Place place = places.lock(found.get().place()).orElseThrow();
        Offered offer = offers.find(token).orElseThrow();
        if (offer.state() != State.ASKED || !offer.isOpen()) {
            return next(offer, place, asked);
        }
        return switch (offer.accept().said(key)) {
            case TAKES -> takes(offer, place);
            case DECLINES -> leaves(offer, State.DECLINED, words(offer, place).farewell());
            case WRONG -> asked < Accept.TRIES ? new ForAgent.Hears(words(offer, place).again(), asked + 1)
                    : leaves(offer, State.SILENT, words(offer, place).farewell());
            case SILENT -> leaves(offer, State.SILENT, words(offer, place).farewell());
        };
    }

    /** By what the offer has come to: nothing is decided here. */
    private ForAgent next(Offered offer, Place place, int asked) {
        return switch (offer.state()) {
            case ASKED -> isWaiting(place) ? new ForAgent.Hears(words(offer, place).question(), asked) : leaves(offer, State.TAKEN, gone(offer, place));
            case ACCEPTED -> put(offer, place);
            case TAKEN, WITHDRAWN -> new ForAgent.Hears(gone(offer, place), 0);
            case DECLINED, SILENT -> new ForAgent.Hears(words(offer, place).farewell(), 0);
            default -> new ForAgent.HangsUp();
        };
    }

    private static boolean isWaiting(Place place) {
        return place.state() == Place.State.WAITING || place.state() == Place.State.CALLBACK;
    }

    private ForAgent takes(Offered offer, Place place) {
        if (!places.claim(place.id(), offer.agent())) {
            return leaves(offer, State.TAKEN, gone(offer, place));
        }
        offers.moves(offer.id(), State.ACCEPTED, place.isCallback() ? UNTIL_MET.plusSeconds(RING_CUSTOMER_SECONDS) : UNTIL_MET, State.ASKED);
        offers.accepted(offer.id());
        books.taken(offer);
        return put(offer, place);
    }

    private ForAgent put(Offered offer, Place place) {
        return place.isCallback() ? new ForAgent.Calls(place.number(), place.line(), RING_CUSTOMER_SECONDS) : new ForAgent.Fetches(queue(place), FETCH_SECONDS);
    }

    private static String queue(Place place) {
        return "cw-" + place.call().sid();
    }

    private ForAgent leaves(Offered offer, State how, Whisper words) {
        if (offers.ends(offer.id(), how, State.ASKED)) {
            if (how == State.DECLINED) {
                offers.declined(offer.id());
            }
            bell.fire(new QueueMoved());
        }
        return new ForAgent.Hears(words, 0);
    }

    private Whisper gone(Offered offer, Place place) {
        boolean isTaken = place.state() == Place.State.CLAIMED || place.state() == Place.State.TALKING || offer.state() == State.TAKEN;
        return isTaken ? words(offer, place).taken() : words(offer, place).callerGone();
    }

    private Offer words(Offered offer, Place place) {
        return new Offer(place.isCallback() ? Offer.Kind.CALLBACK : Offer.Kind.CALL, place.facts(), offer.accept(), places.hearsOf(place.id()).tongue());
    }

    /**
     * The talk is over, or there was none.
     *
     * @param bridged whether the two were really connected
     */
    public ForAgent talked(String token, boolean bridged, String door, Map<String, String> request) {
        Optional<Offered> found = offers.find(token);
        if (found.isEmpty()) {
            return new ForAgent.HangsUp();
        }
        Offered offer = found.get();
        Place place = places.lock(offer.place()).orElseThrow();
        if (bridged) {
            if (place.state() != Place.State.DONE) {
                switchboard.met(offer.call(), offer.agent(), door, request); // where the news of it was lost
            }
            switchboard.talkedAfterwards(offer.call(), offer.agent(), door, request);
        }
        boolean first = offers.ends(offer.id(), bridged ? State.TALKED : State.WITHDRAWN, State.ACCEPTED);
        if (first) {
            bell.fire(new QueueMoved());
        }
        if (bridged) {
            if (place.isCallback()) {
                places.ended(place.id(), Result.TALKED);
            } else {
                places.met(place.id());
            }
            return new ForAgent.HangsUp();
        }
        if (first && place.state() == Place.State.CLAIMED) {
            missed(place, door, request);
        }
        return new ForAgent.Hears(place.isCallback() ? words(offer, place).unreached() : words(offer, place).callerGone(), 0);
    }

    void missed(Place place, String door, Map<String, String> request) {
        if (place.isCallback() && place.calls() >= MOST_CALLS) {
            places.ended(place.id(), Result.UNREACHED);
            switchboard.noted(place.call(), "NotReached", door, request, List.of());
        } else {
            books.lost(place);
        }
    }
}
