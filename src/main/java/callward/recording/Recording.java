package callward.recording;

import java.time.Instant;
import java.util.Optional;

/**
 * Sound of a call, wanted or kept.
 *
 * @param id      the carrier's name for it
 * @param seconds -1 while unknown
 * @param file    below the data folder, empty while it is not kept
 * @param problem why it is not kept, if something is in the way
 * @param nextTry empty when there is nothing to do any more
 */
public record Recording(String id, Optional<String> call, int seconds, Optional<String> file, long bytes, String contentType,
                        int tries, Optional<String> problem, Optional<Instant> nextTry, Instant createdAt) {

    public boolean kept() {
        return file.isPresent();
    }
}
