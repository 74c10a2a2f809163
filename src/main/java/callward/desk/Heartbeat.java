package callward.desk;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Lets pages know that they are live; one that hears nothing for a while connects again. */
@Singleton
public class Heartbeat {

    @Inject
    OpenDesks desks;
    @Inject
    BoardPush board;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void beat() {
        desks.beat();
        board.look();
    }
}
