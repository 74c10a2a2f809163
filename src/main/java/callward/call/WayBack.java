package callward.call;

import java.net.URI;

/** Where a carrier asks what a caller hears once our own clock has moved his call. A door of the carrier implements it. */
public interface WayBack {

    /** @param turn the turn that our clock has played */
    URI to(int turn);
}
