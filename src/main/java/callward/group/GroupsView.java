package callward.group;

import callward.flow.Answer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** All groups, and for each who would be rung if somebody called now. */
@Named
@RequestScoped
public class GroupsView {

    /** A group and what would happen now. */
    public record Row(Group group, GroupText text, Answer.Members now) { }

    @Inject
    GroupBook book;
    @Inject
    Groups groups;
    @Inject
    Clock clock;

    private List<Row> rows;

    @PostConstruct
    void load() {
        rows = book.all().stream().map(group -> new Row(group, group.text(), groups.wouldBeRung(group.getKey(), clock.instant()).orElse(null))).toList();
    }

    public List<Row> getRows() {
        return rows;
    }
}
