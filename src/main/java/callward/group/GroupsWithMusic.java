package callward.group;

import callward.greeting.GreetingUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Groups whose callers hear a greeting while they wait. */
@ApplicationScoped
class GroupsWithMusic implements GreetingUsers {

    @Inject
    GroupBook book;

    @Override
    public Map<String, List<Use>> uses() {
        return book.all().stream().filter(group -> group.text().music() != null).collect(Collectors.groupingBy(group -> group.text().music(),
                Collectors.mapping(group -> new Use(group.getName(), List.of(), "/groups/group?key=" + group.getKey(), true), Collectors.toList())));
    }
}
