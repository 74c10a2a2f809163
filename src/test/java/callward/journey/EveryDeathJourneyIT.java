package callward.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.journey.PlacesInCalls.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Calls of every type, and the server is killed while there is somebody at each place of each. Nobody notices: no call is lost, no message, and nobody is called,
 * mailed or texted twice. With {@code -Dcallward.deaths=7} there are more than a hundred of such moments.
 */
class EveryDeathJourneyIT {

    private static final int DEATHS = Integer.getInteger("callward.deaths", 2);

    @Test
    void calls_of_every_type_outlive_the_server_between_any_two_webhooks() throws Exception {
        try (MortalDesk desk = new MortalDesk("deaths")) {
            PlacesInCalls places = new PlacesInCalls(desk);
            for (int life = 0; life < DEATHS; life++) {
                outlived(desk, places, life);
            }
        }
    }

    private static void outlived(MortalDesk desk, PlacesInCalls places, int life) throws Exception {
        LinkedHashMap<String, Runnable> nextLife = new LinkedHashMap<>();
        for (Place<Runnable> place : places.asked()) {
            nextLife.put(place.name(), place.reachedIn(life));
        }
        Map<String, Supplier<Runnable>> wishes = new LinkedHashMap<>();
        for (Place<Supplier<Runnable>> place : places.wanted()) {
            wishes.put(place.name(), place.reachedIn(life));
        }
        desk.town.quiet(); // a carrier's question that is under way when we die, nobody can answer any more
        desk.town.isOverrun(true);
        wishes.forEach((place, wish) -> nextLife.put(place, wish.get()));
        desk.town.quiet();
        desk.dies();
        desk.town.isOverrun(false);
        desk.livesAgain();
        List<String> lost = new ArrayList<>();
        // who came last goes on first: nobody ponders over a question for as long as a server starts
        nextLife.reversed().forEach((place, goesOn) -> {
            try {
                goesOn.run();
            } catch (AssertionError | RuntimeException e) {
                lost.add(place + " in life " + life + ": " + e.getMessage());
            }
        });
        assertTrue(lost.isEmpty(), () -> lost.size() + " did not outlive it:\n" + String.join("\n\n", lost));
        desk.hasSettled();
        assertEquals(places.count(), nextLife.size());
    }
}
