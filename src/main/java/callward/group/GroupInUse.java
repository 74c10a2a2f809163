package callward.group;

import callward.script.WhereUsed;
import java.util.List;
import java.util.stream.Collectors;

/** A group that is not deleted because calls ring it. */
class GroupInUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<WhereUsed.Place> places;

    GroupInUse(List<WhereUsed.Place> places) {
        super("Calls ring it in " + names(places) + ". Take it out there and publish first.");
        this.places = places;
    }

    String names() {
        return names(places);
    }

    private static String names(List<WhereUsed.Place> places) {
        return places.stream().map(WhereUsed.Place::name).distinct().collect(Collectors.joining(", "));
    }
}
