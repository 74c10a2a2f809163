package callward.recording;

import java.time.Duration;
import java.util.List;

/** How long to wait before the next try: seconds at first, since sound is often just not ready; at last once a day, but always. */
final class BackOff {

    private static final List<Integer> FIRST_SECONDS = List.of(2, 3, 5, 10, 20, 30, 60, 120);

    private BackOff() { }

    /** @param tries so far, at least 1; @param age since the recording was made */
    static Duration after(int tries, Duration age) {
        if (tries <= FIRST_SECONDS.size()) {
            return Duration.ofSeconds(FIRST_SECONDS.get(tries - 1));
        }
        if (age.compareTo(Duration.ofDays(1)) < 0) {
            return Duration.ofMinutes(5);
        }
        return age.compareTo(Duration.ofDays(7)) < 0 ? Duration.ofHours(1) : Duration.ofDays(1);
    }
}
