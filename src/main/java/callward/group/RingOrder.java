package callward.group;

import callward.agent.Availability.Reach;
import callward.agent.Ringable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** In which order those who are free are rung. All that must be known is given; of two who are alike the one whom the group lists first comes first. */
final class RingOrder {

    private RingOrder() { }

    /** @param ended by keys and addresses of telephones; who is missing has never talked, and comes first */
    static List<Reach> longestIdle(List<Reach> free, Map<String, Instant> ended) {
        return free.stream().sorted(Comparator.comparing(reach -> lastTalk(reach, ended))).toList();
    }

    /** @param first the agent with whom it begins; the others follow as in a ring */
    static List<Reach> from(List<Reach> free, long first) {
        int start = Math.max(0, free.stream().map(Reach::agentId).toList().indexOf(first));
        return Stream.concat(free.subList(start, free.size()).stream(), free.subList(0, start).stream()).toList();
    }

    /** Who knows most of what is wanted first. @param skills of each agent */
    static List<Reach> bySkill(List<Reach> free, Map<Long, List<String>> skills, List<String> wanted) {
        return free.stream().sorted(Comparator.comparing(reach -> -known(reach, skills, wanted))).toList();
    }

    /** How much of what is wanted somebody knows. */
    static long known(Reach reach, Map<Long, List<String>> skills, List<String> wanted) {
        return skills.getOrDefault(reach.agentId(), List.of()).stream().filter(wanted::contains).count();
    }

    /** Keys and addresses of somebody's telephones. */
    static Stream<String> names(Reach reach) {
        return reach.devices().stream().flatMap(RingOrder::names);
    }

    private static Stream<String> names(Ringable phone) {
        return Stream.of(phone.key(), phone.destination().address());
    }

    private static Instant lastTalk(Reach reach, Map<String, Instant> ended) {
        return names(reach).map(ended::get).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }
}
