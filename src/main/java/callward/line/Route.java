package callward.line;

import callward.flow.Steps;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import callward.wording.Tongue;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a line leads, as a value.
 *
 * @param revision of the script that new calls get, with its {@code steps}
 * @param fallback where a caller is sent when everything else fails
 * @param forward  the line's own address to forward to, {@code {{line.forward}}} in scripts
 * @param limit    how long a caller may be in a call without a talk or a message; nothing: as long as the company says
 */
public record Route(long line, PhoneNumber number, String name, long revision, Steps steps, Optional<Destination> fallback, Optional<Destination> forward,
                    Tongue tongue, Optional<Duration> limit) { }
