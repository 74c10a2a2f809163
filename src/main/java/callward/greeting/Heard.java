package callward.greeting;

import callward.wording.Tongue;

/** What a caller hears when a greeting is played. */
public sealed interface Heard {

    record Words(String text, Tongue tongue) implements Heard { }

    /** @param path begins with a slash; below our public origin */
    record Sound(String path, String contentType) implements Heard { }
}
