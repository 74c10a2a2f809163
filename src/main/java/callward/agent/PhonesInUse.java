package callward.agent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Knows which telephones are talked on: the room of the calls. */
public interface PhonesInUse {

    /**
     * A talk.
     *
     * @param leg     its SID; null when it is none that we rang
     * @param key     of the telephone, as it was rung; null when it was rung by its address, or calls itself
     * @param address of the telephone
     * @param endedAt null while it goes on
     */
    record Talk(String leg, String key, String address, Instant endedAt) { }

    /**
     * Talks on any of these telephones, those that go on and those that ended since then. A telephone that rings is not talked on.
     *
     * @param names keys and addresses of the telephones
     */
    List<Talk> talks(Collection<String> names, Instant endedSince);
}
