package callward.people;

import callward.access.OpenSession;
import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param id       names it when it is to be ended
 * @param username who is signed in
 * @param since    when it began
 * @param lastSeen true to five minutes
 * @param browser  as far as it says so itself
 * @param address  IP address it began from
 * @param current  whether it is the one that asks
 */
public record SessionRow(long id, String username, Instant since, Instant lastSeen, String browser, String address, boolean current) {

    static SessionRow of(OpenSession session, boolean current) {
        return new SessionRow(session.getId(), session.getAccount().getUsername(), session.getBegunAt(), session.getSeenAt(), session.getBrowser(),
                session.getAddress(), current);
    }
}
