package callward.api;

import java.util.Optional;

/**
 * A room's own exceptions in the API's words. Implemented by a CDI bean of that room, so that its resources need not catch
 * what its methods throw.
 */
public interface Explains {

    /** Nothing when the exception is none of this room's. */
    Optional<Refusal> explain(Throwable problem);
}
