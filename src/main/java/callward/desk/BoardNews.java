package callward.desk;

import callward.queue.WaitingList.Waiting;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is other on the board than a moment ago: whole values, so that hearing it twice does no harm.
 *
 * @param calls  new or changed
 * @param gone   ids of calls that are over
 * @param agents new or changed; null when none is, whole when somebody is gone
 * @param waiting all who wait; null when they are the same
 * @param today  null when no call has ended
 * @param noted  calls whose record has grown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardNews(String type, List<Board.Call> calls, List<String> gone, List<Board.Agent> agents, List<Waiting> waiting,
                 Map<String, Long> today, Set<String> noted) {

    static BoardNews between(Board before, Board after, Set<String> noted) {
        Map<String, Board.Call> known = before.calls().stream().collect(Collectors.toMap(Board.Call::id, Function.identity()));
        List<Board.Call> calls = after.calls().stream().filter(call -> !call.equals(known.remove(call.id()))).toList();
        boolean sameAgents = before.agents().equals(after.agents());
        return new BoardNews("board", calls, List.copyOf(known.keySet()), sameAgents ? null : after.agents(), before.waiting().equals(after.waiting()) ? null : after.waiting(),
                before.today().equals(after.today()) ? null : after.today(), noted);
    }

    boolean tellsNothing() {
        return agents == null && waiting == null && today == null && List.<Collection<?>>of(calls, gone, noted).stream().allMatch(Collection::isEmpty);
    }
}
