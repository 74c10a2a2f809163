package callward.call;

import callward.call.Consultations.Told;
import callward.flow.Accept;
import callward.flow.Aside;
import callward.flow.Consultation;
import callward.flow.Consultation.News;
import callward.flow.Consultation.State;
import callward.flow.Offer;
import callward.flow.Verb;
import callward.flow.Whisper;
import callward.phone.CallId;
import callward.phone.LegId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the three hear of whom one asks another about the third. Each of their requests is answered by where they stand by then; the same request again is answered the same
 * again, or better.
 */
@ApplicationScoped
@Transactional
public class Consulting {

    /**
     * A request of one of them.
     *
     * @param call    the caller's
     * @param door    of this asking: path below our doors
     * @param leg     who asks
     * @param isThere whether he can still hear an answer
     * @param path    the path that it came to, as the call's record shows it
     * @param request its parameters
     */
    public record Request(CallId call, String door, LegId leg, boolean isThere, String path, Map<String, String> request) {
        public Request {
            request = Map.copyOf(request);
        }
    }

    private static final Set<State> WAITS = EnumSet.of(State.MOVING, State.RINGING, State.HANDED, State.TALKING, State.CONNECTING, State.CONNECTED, State.RETURNING, State.RETURNED);
    private static final Set<State> RINGS = EnumSet.of(State.RINGING, State.TALKING);

    @Inject
    LiveCalls calls;
    @Inject
    Turns turns;
    @Inject
    Consultations consultations;
    @Inject
    AskedLegs legs;
    @Inject
    ReplyFormat format;
    @Inject
    Event<Object> house;
    @Inject
    Clock clock;

    // ---- the caller --------------------------------------------------------------------------------------------------------------

    /** He waits. What he hears is no turn of his call, and takes no lock. @param turn the turn that his call awaits while he waits */
    public ForColleague callerWaits(CallId call, String door, int turn) {
        return calls.glance(call).filter(now -> now.turn() == turn && isIn(now, door, WAITS)).<ForColleague>map(now -> new ForColleague.Hears(aside(now).waits())).orElseGet(ForColleague.Leaves::new);
    }

    /** Somebody is about to talk to him. */
    public ForColleague met(Request request, boolean byAdviser) {
        happens(request, new News.CallerMet(byAdviser), "CallerMet");
        return new ForColleague.GoesOn();
    }

    // ---- who asks ----------------------------------------------------------------------------------------------------------------

    /** He has left the caller. */
    public ForColleague askerArrives(Request request) {
        Standing now = happens(request, new News.AskerArrived(), "AskerArrived"); // locks the call, which comes before its orders
        if (now.isKnown()) {
            consultations.isMoved(request.call(), request.door() + "/asker");
        }
        return askers(request, now);
    }

    /** He waits for the colleague. Takes no lock, as above. */
    public ForColleague askerWaits(CallId call, String door) {
        return calls.glance(call).filter(now -> isIn(now, door, RINGS)).<ForColleague>map(now -> new ForColleague.Hears(aside(now).rings())).orElseGet(ForColleague.Leaves::new);
    }

    /** He has left where he waited, or the colleague has left him. */
    public ForColleague askerLeft(Request request) {
        return askers(request, happens(request, request.isThere() ? new News.AskerFree() : new News.AskerGone(), request.isThere() ? "AskerFree" : "AskerGone"));
    }

    private ForColleague askers(Request request, Standing now) {
        Consultation asking = now.asking();
        return switch (now.state()) {
            case RINGING, TALKING -> new ForColleague.Waits(asking.room(), request.door() + "/asker/waits", request.door() + "/asker/left");
            case RETURNING -> fetchesCaller(request, now.words().back(asking.why()), asking, "asker");
            case GONE -> new ForColleague.HangsUp(now.words().gone());
            default -> new ForColleague.HangsUp(List.of());
        };
    }

    private static ForColleague fetchesCaller(Request request, List<Verb.Prompt> prompts, Consultation asking, String who) {
        return new ForColleague.Fetches(prompts, asking.park(), request.door() + "/caller/met/" + who.split("/")[0], request.door() + "/" + who + "/talked");
    }

    /** His talk with the caller is over, or there was none. */
    public ForColleague askerTalked(Request request, boolean bridged) {
        if (bridged) {
            return hadCaller(request, false);
        }
        Standing now = request.isThere() ? standing(request) : happens(request, new News.AskerGone(), "AskerGone");
        return now.state() == State.RETURNING ? fetchesCaller(request, now.words().awaits(), now.asking(), "asker") : foundNobody(now);
    }

    /** Where the news of their talk was lost, this is all we have. */
    private ForColleague hadCaller(Request request, boolean byAdviser) {
        happens(request, new News.CallerMet(byAdviser), "CallerMet");
        return new ForColleague.HangsUp(List.of());
    }

    private static ForColleague foundNobody(Standing now) {
        return new ForColleague.HangsUp(now.state() == State.GONE ? now.words().gone() : List.of());
    }

    // ---- who is asked ------------------------------------------------------------------------------------------------------------

    /** He has picked up. @param telephone which of his */
    public ForColleague adviserPicksUp(Request request, int telephone) {
        return adviser(request, telephone, null, 0);
    }

    /** @param tried how often he has been asked */
    public ForColleague adviserKeys(Request request, int telephone, String key, int tried) {
        return adviser(request, telephone, key, tried);
    }

    private ForColleague adviser(Request request, int telephone, String key, int tried) {
        Standing now = standing(request);
        if (!now.isKnown()) {
            return new ForColleague.HangsUp(List.of());
        }
        now = happens(request, new News.AdviserRings(telephone, request.leg()), "AdviserRings");
        Verb.Target phone = now.asking().telephones().get(telephone);
        PickUp pickUp = new PickUp(request.call(), request.leg(), phone.path(), phone.destination().address(), now.turn(), clock.instant(), request.path(), request.request());
        AskedLegs.Asked asked = legs.pickedUp(pickUp, phone.label());
        if (asked.accepted() && request.leg().equals(now.asking().adviser())) {
            return advisers(request, now, telephone);
        }
        boolean isRinging = now.asking().rings() && request.leg().equals(now.asking().adviser()) && !asked.declined();
        if (!isRinging) {
            return told(pickUp, "LegTooLate", new ForColleague.HangsUp(now.state() == State.GONE ? now.words().gone() : List.of()));
        }
        Offer offer = now.offer();
        if (key == null) {
            return told(pickUp, "LegAsked", asks(request, offer.question(), telephone, tried));
        }
        return switch (offer.accept().said(key)) {
            case TAKES -> takes(request, pickUp, telephone);
            case DECLINES -> declines(request, pickUp, telephone);
            case WRONG -> told(pickUp, "LegWrongKey", tried < Accept.TRIES ? asks(request, offer.again(), telephone, tried) : new ForColleague.HangsUp(List.of()));
            case SILENT -> told(pickUp, "LegSilent", new ForColleague.HangsUp(List.of()));
        };
    }

    private static ForColleague asks(Request request, Whisper question, int telephone, int tried) {
        return new ForColleague.Asks(question, request.door() + "/adviser/" + telephone + "/keyed/" + (tried + 1));
    }

    private ForColleague takes(Request request, PickUp pickUp, int telephone) {
        legs.accepted(pickUp);
        Standing now = happens(request, new News.AdviserTakes(telephone, request.leg()), "AdviserTakes");
        return told(pickUp, "LegAccepted", advisers(request, now, telephone));
    }

    private ForColleague declines(Request request, PickUp pickUp, int telephone) {
        legs.declined(pickUp);
        happens(request, new News.AdviserDeclines(telephone), "AdviserDeclines");
        return told(pickUp, "LegDeclined", new ForColleague.HangsUp(List.of()));
    }

    private ForColleague told(PickUp pickUp, String kind, ForColleague answer) {
        legs.told(pickUp, kind, null, pickUp.at(), 0);
        house.fire(new CallNoted(pickUp.call()));
        return answer;
    }

    /** Who asked has left him, or never came. */
    public ForColleague adviserLeft(Request request, int telephone) {
        Standing before = standing(request);
        if (!before.isKnown() || !request.leg().equals(before.asking().adviser())) {
            return new ForColleague.HangsUp(List.of());
        }
        return advisers(request, happens(request, request.isThere() ? new News.AdviserFree() : new News.AdviserGone(telephone), request.isThere() ? "Connected" : "AdviserGone"), telephone);
    }

    private ForColleague advisers(Request request, Standing now, int telephone) {
        Consultation asking = now.asking();
        return switch (now.state()) {
            case TALKING -> new ForColleague.Fetches(List.of(), asking.room(), null, request.door() + "/adviser/" + telephone + "/left");
            case CONNECTING -> fetchesCaller(request, now.words().here(), asking, "adviser/" + telephone);
            case GONE -> new ForColleague.HangsUp(now.words().gone());
            default -> new ForColleague.HangsUp(List.of());
        };
    }

    /** His talk with the caller is over, or there was none. */
    public ForColleague adviserTalked(Request request, int telephone, boolean bridged) {
        if (bridged) {
            return hadCaller(request, true);
        }
        Standing now = request.isThere() ? standing(request) : happens(request, new News.AdviserGone(telephone), "AdviserGone");
        return now.state() == State.CONNECTING ? fetchesCaller(request, now.words().awaits(), now.asking(), "adviser/" + telephone) : foundNobody(now);
    }

    // ---- where they stand ----------------------------------------------------------------------------------------------------------

    /** @param asking null where a later one, or none, has taken its place */
    private record Standing(LiveCall call, Consultation asking, Aside words, Offer offer) {

        boolean isKnown() {
            return asking != null;
        }

        State state() {
            return asking == null ? State.OVER : asking.state();
        }

        int turn() {
            return call.turn();
        }
    }

    private Standing standing(Request request) {
        LiveCall call = calls.lock(request.call()).orElseThrow(() -> new Switchboard.UnknownCall(request.call()));
        Consultation asking = Consultations.of(call).filter(any -> any.door().equals(request.door())).orElse(null);
        Aside words = aside(call);
        return new Standing(call, asking, words, new Offer(Offer.Kind.ADVICE, words.facts(), Accept.ANY_KEY, words.tongue()));
    }

    private Standing happens(Request request, News news, String kind) {
        Standing before = standing(request);
        if (!before.isKnown()) {
            return before;
        }
        consultations.happens(before.call(), news, new Told(kind, request.path(), request.request()), format);
        return standing(request);
    }

    private static boolean isIn(LiveCall call, String door, Set<State> states) {
        return !call.over() && Consultations.of(call).filter(asking -> asking.door().equals(door) && states.contains(asking.state())).isPresent();
    }

    private Aside aside(LiveCall call) {
        return new Aside(call.progress().facts(), turns.stepsOf(call).tongue());
    }
}
