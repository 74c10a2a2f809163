package callward.flow;

import callward.flow.Happening.AboutToRing;
import callward.phone.LegId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who talks to a caller asks a colleague first, while the caller waits. Three parties come and go as they like; where each stands,
 * and what follows from what each of them does, is decided here. The caller waits in a queue of his own, and so does who asks until the colleague takes him out of it:
 * whoever is to talk to the caller fetches him, so nobody is moved whom somebody talks to.
 *
 * @param door       path below our doors that all three are asked at; unguessable
 * @param why        what it came to be so by; null while nothing has
 * @param asker      who asks
 * @param with       what people call the one who is asked
 * @param telephones of his, each is rung by itself
 * @param ringing    which of them rings, from 0
 * @param adviser    the leg that rings, or that he talks on; null while none is known
 * @param since      when it began
 */
public record Consultation(String door, State state, Why why, Talk asker, String with, List<Verb.Target> telephones, int ringing, LegId adviser, Instant since) {

    /** Paths of all of them begin so. */
    public static final String DOORS = "ask/";
    /** A caller waits no longer for two who talk about him. */
    public static final Duration LONGEST = Duration.ofMinutes(5);
    /** Somebody is on his way to the caller; he fetches him at once, or not at all. */
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration UNTIL_MOVED = Duration.ofSeconds(45);
    private static final Duration UNTIL_PICKED_UP = Duration.ofSeconds(60);

    /** How far it has come. */
    public enum State {
        /** Who asks is being moved away from the caller. */
        MOVING,
        /** He waits, and the colleague's telephone rings. */
        RINGING,
        /** He has put down while it rang: the colleague gets the caller. */
        HANDED,
        /** The two talk. */
        TALKING,
        /** The colleague is about to fetch the caller, */
        CONNECTING,
        /** and has. */
        CONNECTED,
        /** Who asked is about to fetch the caller, */
        RETURNING,
        /** and has. */
        RETURNED,
        /** The carrier could not be told to move him: he still talks to the caller. */
        STAYED,
        /** The caller has hung up. */
        GONE,
        /** The caller has been sent where nobody of the two talks to him. */
        OVER
    }

    /** What a state came about by. */
    public enum Why { CLICKED, PUT_DOWN, TAKEN_BACK, DECLINED, NO_ANSWER, LEFT, FAILED, TIME_IS_UP }

    /** Where the caller goes by it. */
    public enum Way {
        /** He waits on, or talks. */
        STAYS,
        /** To the colleague, as if he had been sent to him at once. */
        TO_ADVISER,
        /** As if the colleague had not answered. */
        BACK
    }

    /** @param orders for the carrier; @param rings telephones that are about to ring */
    public record Next(Consultation now, Way way, List<Order> orders, List<AboutToRing> rings) { }

    /** What the three do, and what is told of it. */
    public sealed interface News {

        /** He asks at our door what he hears: he has left the caller. */
        record AskerArrived() implements News { }

        /** He is alone: the colleague has left him, or has never come. */
        record AskerFree() implements News { }

        record AskerGone() implements News { }

        /** @param gone the carrier knows of no such talk; else it could not be asked in time */
        record AskerNotMoved(boolean gone) implements News { }

        /** @param telephone which of his */
        record AdviserRings(int telephone, LegId leg) implements News { }

        record AdviserTakes(int telephone, LegId leg) implements News { }

        record AdviserDeclines(int telephone) implements News { }

        /** @param telephone which of his is not, or no more, to be had */
        record AdviserGone(int telephone) implements News { }

        /** He is alone: who asked has left him. */
        record AdviserFree() implements News { }

        /** Somebody has fetched the caller. */
        record CallerMet(boolean byAdviser) implements News { }

        /** Somebody wants the two to be connected. */
        record Connect() implements News { }

        /** Somebody wants the caller back with who asked. */
        record TakeBack() implements News { }

        record CallerGone() implements News { }

        /** Our own clock. */
        record TimeIsUp() implements News { }
    }

    public Consultation {
        telephones = Bounds.list(telephones);
    }

    static Consultation of(CallEvent.AsksFirst event, String call) {
        return new Consultation(DOORS + call + "/" + event.token(), State.MOVING, null, event.how().talk(), event.how().to().label(), event.telephones(), 0, null, event.at());
    }

    /** That of a call; null when there is none. */
    public static Consultation in(Progress progress) {
        return progress.detour() == null ? null : progress.detour().asking();
    }

    // ---- where it stands -------------------------------------------------------------------------------------------------------

    /** Whether the caller waits for what the two come to. */
    public boolean open() {
        return switch (state) {
            case MOVING, RINGING, HANDED, TALKING, CONNECTING, RETURNING -> true;
            case CONNECTED, RETURNED, STAYED, GONE, OVER -> false;
        };
    }

    /** Whether one of the two talks to the caller. */
    public boolean settled() {
        return state == State.CONNECTED || state == State.RETURNED || state == State.STAYED;
    }

    /** Whether the colleague's telephone is to ring. */
    public boolean rings() {
        return state == State.RINGING || state == State.HANDED;
    }

    /** Name of the queue in which the caller waits: nothing of his stands in it. */
    public String park() {
        return name() + "-c";
    }

    /** Name of the queue in which who asks waits for the colleague. */
    public String room() {
        return name() + "-a";
    }

    private String name() {
        return "cw-ask-" + door.substring(door.lastIndexOf('/') + 1);
    }

    /** Where the carrier asks what the colleague hears. */
    public String adviserDoor() {
        return adviserDoor(ringing);
    }

    private String adviserDoor(int telephone) {
        return door + "/adviser/" + telephone;
    }

    /** Where the carrier asks what he hears who asked. */
    public String askerDoor() {
        return door + "/asker";
    }

    /** When something should have come of the state that it is in since {@code now}. */
    public Instant due(Instant now) {
        return switch (state) {
            case MOVING -> now.plus(UNTIL_MOVED);
            case HANDED -> now.plusSeconds(telephones.stream().skip(ringing).mapToInt(Verb.Target::seconds).sum()).plus(UNTIL_PICKED_UP);
            case CONNECTING, RETURNING -> now.plus(SOON);
            default -> since.plus(LONGEST);
        };
    }

    // ---- what follows ----------------------------------------------------------------------------------------------------------

    /** What comes too late, or twice, changes nothing. */
    public Next next(News news) {
        return switch (news) {
            case News.AskerArrived arrived -> askerArrived();
            case News.AskerFree free -> askerFree();
            case News.AskerGone gone -> askerGone();
            case News.AskerNotMoved(boolean gone) -> !isMoving() ? same() : gone ? askerGone() : stays(State.STAYED, Why.FAILED);
            case News.AdviserRings(int telephone, LegId leg) -> adviserRings(telephone, leg);
            case News.AdviserTakes(int telephone, LegId leg) -> adviserTakes(telephone, leg);
            case News.AdviserDeclines(int telephone) -> isRinging(telephone) ? unanswered(Why.DECLINED) : same();
            case News.AdviserGone(int telephone) -> telephone == ringing ? adviserGone() : same();
            case News.AdviserFree free -> adviserFree();
            case News.CallerMet(boolean byAdviser) -> !open() ? same() : byAdviser ? stays(State.CONNECTED, why) : stays(State.RETURNED, why);
            case News.Connect connect -> state == State.TALKING ? stays(State.CONNECTING, Why.CLICKED, new Order.EndLeg(asker.leg())) : same();
            case News.TakeBack back -> takenBack(Why.TAKEN_BACK);
            case News.CallerGone gone -> callerGone();
            case News.TimeIsUp timeIsUp -> timeIsUp();
        };
    }

    private Next askerArrived() {
        return switch (state) {
            case MOVING -> rings(0, State.RINGING);
            case STAYED -> stays(State.RETURNING, Why.FAILED);
            default -> same();
        };
    }

    private Next askerFree() {
        return switch (state) {
            case RINGING -> stays(State.RETURNING, Why.FAILED, endAdviser());
            case TALKING -> stays(State.RETURNING, Why.LEFT);
            case CONNECTING -> why == Why.PUT_DOWN ? stays(State.RETURNING, Why.LEFT) : same(); // who was taken for gone is there: it was the other one
            default -> same();
        };
    }

    private Next askerGone() {
        return switch (state) {
            case MOVING -> goes(Way.TO_ADVISER);
            case RINGING -> stays(State.HANDED, Why.PUT_DOWN);
            case TALKING -> stays(State.CONNECTING, Why.PUT_DOWN);
            case RETURNING -> goes(Way.BACK);
            default -> same();
        };
    }

    private Next adviserRings(int telephone, LegId leg) {
        if (leg.equals(adviser)) {
            return same();
        }
        return isRinging(telephone) && adviser == null ? new Next(with(state, why, ringing, leg), Way.STAYS, List.of(), List.of())
                : new Next(this, Way.STAYS, List.of(new Order.EndLeg(leg)), List.of()); // it was given up while the carrier was asked
    }

    private Next adviserTakes(int telephone, LegId leg) {
        if (!isRinging(telephone)) {
            return same();
        }
        Consultation known = with(state, why, ringing, leg);
        return state == State.RINGING ? known.stays(State.TALKING, null) : known.stays(State.CONNECTING, Why.PUT_DOWN);
    }

    private Next adviserGone() {
        return switch (state) {
            case RINGING, HANDED -> ringing + 1 < telephones.size() ? rings(ringing + 1, state) : unanswered(Why.NO_ANSWER);
            case TALKING -> stays(State.RETURNING, Why.LEFT);
            case CONNECTING -> goes(Way.BACK);
            default -> same();
        };
    }

    private Next adviserFree() {
        boolean isAlone = state == State.TALKING || state == State.RETURNING && why == Why.LEFT; // who was taken for gone is there: it was the other one
        return isAlone ? stays(State.CONNECTING, Why.PUT_DOWN) : same();
    }

    private Next takenBack(Why by) {
        return switch (state) {
            case MOVING -> stays(State.RETURNING, by);
            case RINGING, TALKING -> stays(State.RETURNING, by, endAdviser());
            default -> same();
        };
    }

    /** The two hear of it and are let go: so each of them is free for the next caller. */
    private Next callerGone() {
        return switch (state) {
            case RINGING, HANDED -> stays(State.GONE, null, endAdviser());
            case TALKING -> stays(State.GONE, null, new Order.MoveLeg(asker.leg(), askerDoor()));
            default -> stays(State.GONE, null);
        };
    }

    private Next timeIsUp() {
        return switch (state) {
            case RINGING, TALKING -> takenBack(Why.TIME_IS_UP);
            case MOVING, RETURNING -> goes(Way.BACK, new Order.EndLeg(asker.leg()));
            case HANDED, CONNECTING -> goes(Way.BACK, endAdviser());
            default -> same();
        };
    }

    /** None of his telephones: he does not want, or cannot. */
    private Next unanswered(Why by) {
        return state == State.RINGING ? stays(State.RETURNING, by) : goes(Way.BACK);
    }

    private boolean isMoving() {
        return state == State.MOVING || state == State.RETURNING;
    }

    private boolean isRinging(int telephone) {
        return rings() && telephone == ringing;
    }

    private Next rings(int telephone, State in) {
        Verb.Target phone = telephones.get(telephone);
        String device = phone.key().equals(phone.destination().address()) ? null : phone.key();
        int seconds = Math.clamp(phone.seconds(), Ringing.SHORTEST, Ringing.LONGEST);
        return new Next(with(in, why, telephone, null), Way.STAYS, List.of(new Order.Place(phone.destination(), null, adviserDoor(telephone), seconds, device)),
                List.of(new AboutToRing(List.of(phone))));
    }

    private Order[] endAdviser() {
        return adviser == null ? new Order[0] : new Order[] {new Order.EndLeg(adviser)};
    }

    private Next same() {
        return new Next(this, Way.STAYS, List.of(), List.of());
    }

    private Next stays(State in, Why by, Order... orders) {
        return new Next(with(in, by, ringing, adviser), Way.STAYS, List.of(orders), List.of());
    }

    private Next goes(Way way, Order... orders) {
        return new Next(with(State.OVER, why, ringing, adviser), way, List.of(orders), List.of());
    }

    private Consultation with(State in, Why by, int telephone, LegId leg) {
        return new Consultation(door, in, by, asker, with, telephones, telephone, leg, since);
    }

    /** SIDs of legs that do not talk to the caller any more. */
    List<String> left() {
        List<String> askers = List.of(asker.leg().sid());
        List<String> advisers = adviser == null ? List.of() : List.of(adviser.sid());
        return switch (state) {
            case CONNECTING, CONNECTED -> askers;
            case RETURNED -> advisers;
            case OVER -> Stream.of(askers, advisers).flatMap(List::stream).toList();
            default -> List.of();
        };
    }
}
