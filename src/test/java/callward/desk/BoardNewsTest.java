package callward.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BoardNewsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Board.Agent TOM = agent("FREE");

    @Test
    void only_what_is_other_is_told() {
        Board before = board(List.of(call("CA1", "SCRIPT"), call("CA2", "SCRIPT"), call("CA3", "SCRIPT")), TOM, Map.of());
        Board after = board(List.of(call("CA4", "SCRIPT"), call("CA1", "SCRIPT"), call("CA2", "RINGING")), agent("RINGING"), Map.of("MISSED", 1L));
        BoardNews news = BoardNews.between(before, after, Set.of("CA9"));
        assertEquals(List.of("CA4", "CA2"), news.calls().stream().map(Board.Call::id).toList());
        assertEquals(List.of("CA3"), news.gone());
        assertEquals(List.of(agent("RINGING")), news.agents());
        assertEquals(Map.of("MISSED", 1L), news.today());
        assertEquals(Set.of("CA9"), news.noted());
        assertFalse(news.tellsNothing());
    }

    @Test
    void the_same_board_is_no_news() {
        Board before = board(List.of(call("CA1", "SCRIPT")), TOM, Map.of("MISSED", 1L));
        BoardNews news = BoardNews.between(before, board(List.of(call("CA1", "SCRIPT")), TOM, Map.of("MISSED", 1L)), Set.of());
        assertTrue(news.tellsNothing());
        assertNull(news.agents());
        assertNull(news.today());
    }

    @Test
    void a_record_that_has_grown_is_news_although_the_board_is_the_same() {
        Board same = board(List.of(), TOM, Map.of());
        assertFalse(BoardNews.between(same, same, Set.of("CA1")).tellsNothing());
    }

    private static Board board(List<Board.Call> calls, Board.Agent agent, Map<String, Long> today) {
        return new Board(NOON, calls, List.of(agent), List.of(), today);
    }

    private static Board.Call call(String id, String phase) {
        return new Board.Call(id, "+15550001111", null, null, "Support", "menu", "menu", phase, NOON, null, null, null, List.of());
    }

    private static Board.Agent agent(String state) {
        return new Board.Agent("agent:1", "Tom", state, true, null, null, null, List.of("Tom, desk"));
    }
}
