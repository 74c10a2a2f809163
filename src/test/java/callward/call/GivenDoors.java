package callward.call;

import java.net.URI;

/** Doors that a test can tell apart. */
final class GivenDoors implements OwnDoors {

    @Override
    public URI at(String door) {
        return URI.create("/" + door);
    }

    @Override
    public URI progress(long order) {
        return URI.create("/placed/" + order);
    }
}
