package callward.queue;

import callward.access.Audit;
import callward.access.Deed;
import callward.access.SignedIn;
import callward.agent.Devices;
import callward.agent.Ringable;
import callward.call.CallNews;
import callward.call.CallPlaced;
import callward.call.Errands;
import callward.call.LegNews;
import callward.call.NumberGuard;
import callward.call.PlacingFailed;
import callward.call.Queues;
import callward.call.Sql;
import callward.call.Switchboard;
import callward.carrier.Carrier;
import callward.house.Fired;
import callward.house.GivenServerLife;
import callward.house.Wired;
import callward.phone.CallId;
import callward.settings.OwnTransaction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Room {@code queue} as it is in the server, beside a room {@code call} that a test gives. Whoever tells it news does so in the news' transaction. */
public final class QueueRoom {

    public final WaitingCaller callers;
    public final OfferedAgent agents;
    public final Dispatch dispatch;
    public final Queues queues;
    private final QueueBooks books;
    private final NeedlessCallbacks callbacks;

    /** @param house where the room's own news goes; @param groups who is rung; @param guard whom we may call back */
    public QueueRoom(Sql sql, Switchboard switchboard, Errands errands, Carrier carrier, OwnTransaction own, Clock clock, Consumer<Object> house, GivenGroups groups, NumberGuard guard) {
        Fired<Object> bell = new Fired<>();
        Places places = Wired.with(sql, clock).bean(Places.class);
        Offers offers = Wired.with(sql, clock).bean(Offers.class);
        books = Wired.with(places, offers, errands, clock).named("bell", bell).bean(QueueBooks.class);
        callers = Wired.with(places, offers, switchboard, clock).named("bell", bell).bean(WaitingCaller.class);
        agents = Wired.with(places, offers, books, switchboard, clock).named("bell", bell).bean(OfferedAgent.class);
        OfferCallers offerCallers = Wired.with(groups, places, offers, guard, new GivenPhones(), errands, switchboard, clock).named("house", new Fired<>(house)).bean(OfferCallers.class);
        LostOffers lost = Wired.with(places, offers, books, agents, switchboard, clock).bean(LostOffers.class);
        queues = Wired.with(groups, places, clock).bean(WhoMayWait.class);
        callbacks = Wired.with(sql, places, books, switchboard, new Unheard(), new Supervisor()).named("bell", bell).bean(NeedlessCallbacks.class);
        dispatch = Wired.with(places, offers, offerCallers, lost, callbacks, carrier, own, Wired.with(new GivenServerLife()).bean(Dispatchers.class)).bean(Dispatch.class);
    }

    public void hears(Object news) {
        switch (news) {
            case CallNews call -> books.called(call);
            case CallPlaced placed -> books.placed(placed);
            case PlacingFailed failed -> books.failed(failed);
            case LegNews leg -> books.legMoved(leg);
            default -> { }
        }
    }

    public void cancels(String group, String call) {
        callbacks.cancel(group, new CallId(call));
    }

    private static final class Supervisor extends SignedIn {
        @Override
        public String getName() {
            return "Sue";
        }
    }

    private static final class Unheard extends Audit {
        @Override
        public void note(String room, String subject, String name, Deed deed, Map<String, String> before, Map<String, String> after) {
            // who did what is looked at elsewhere
        }
    }

    private static final class GivenPhones extends Devices {
        @Override
        public List<Ringable> targets(List<String> keys) {
            return keys.stream().map(GivenGroups::phone).toList();
        }
    }
}
