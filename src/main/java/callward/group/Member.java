package callward.group;

import java.io.Serializable;
import java.util.List;

/**
 * An agent as a group lists him.
 *
 * @param skills what he knows, in small letters; empty: nothing in particular
 */
public record Member(long agentId, List<String> skills) implements Serializable {

    public Member {
        skills = List.copyOf(skills);
    }
}
