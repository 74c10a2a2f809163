package callward.group;

import callward.script.WhereUsed;
import callward.settings.Refused;
import callward.settings.Saying;
import java.util.List;
import java.util.stream.Collectors;

/** A group that is not deleted because calls ring it. */
class GroupInUse extends Refused {

    private static final long serialVersionUID = 1L;

    GroupInUse(List<WhereUsed.Place> places) {
        super(Kind.CONFLICT, Saying.of("group.inUse", places.stream().map(WhereUsed.Place::name).distinct().collect(Collectors.joining(", "))));
    }
}
