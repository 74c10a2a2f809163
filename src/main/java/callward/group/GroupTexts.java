package callward.group;

import callward.flow.Answer;
import callward.flow.Remark.Why;
import callward.flow.Verb;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How pages show who of a group would be rung. */
@Named
@ApplicationScoped
public class GroupTexts {

    /**
     * Somebody who would be rung.
     *
     * @param phones what people call his telephones, in the order in which they ring
     */
    public record Person(String name, String phones) { }

    /** In the order in which they would be. */
    public List<Person> rung(Answer.Members now) {
        Map<String, List<Verb.Target>> people = now.targets().stream().collect(Collectors.groupingBy(Verb.Target::agent, LinkedHashMap::new, Collectors.toList()));
        return people.entrySet().stream().map(one -> new Person(one.getKey(), one.getValue().stream().map(Verb.Target::label).collect(Collectors.joining(", ")))).toList();
    }

    public String name(Answer.NotRung one) {
        return Objects.requireNonNullElse(one.label(), "?");
    }

    /** Key of the words for why somebody would not be rung. */
    public String why(Answer.NotRung one) {
        return one.why() == Why.LACKS_SKILL ? "group.lacksSkill" : "why." + one.why();
    }
}
