package callward.group;

import callward.hours.CalendarUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Groups that go by a calendar. */
@ApplicationScoped
class GroupsWithHours implements CalendarUsers {

    @Inject
    GroupBook book;

    @Override
    public Map<String, List<Use>> uses() {
        return book.all().stream().filter(group -> group.text().calendar() != null).collect(Collectors.groupingBy(group -> group.text().calendar(),
                Collectors.mapping(group -> new Use(group.getName(), List.of(), "/groups/group?key=" + group.getKey(), true), Collectors.toList())));
    }
}
