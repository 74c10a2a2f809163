package callward.call;

import java.net.URI;

/** Where a carrier asks and tells of the telephones that we have it ring by calls of their own. A door of the carrier implements it. */
public interface OwnDoors {

    /** @param door path below our doors */
    URI at(String door);

    /** Where it tells how far the ringing has come. @param order names what was ordered */
    URI progress(long order);
}
