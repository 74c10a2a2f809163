package callward.script;

import callward.flow.Happening.Outcome;
import callward.flow.RingStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A conversation as it should go: who calls, what is given, what happens in order, and what the call must come to.
 *
 * @param caller  E.164; null: a caller who hides his number
 * @param line    what is known of the line, by name: {@code line.name}, {@code line.number} …, and of the call; may be left out.
 *                {@code call.date}, {@code call.time} and {@code call.weekday} are those of {@code at} unless they are given, by the company's
 *                clock and in the script's language
 * @param at      the time that it pretends to be; 1970 when left out
 * @param given   what everybody is told who asks during the call; nothing when left out
 * @param moves   what happens, in order, at most 200, in order
 * @param outcome what the call must come to; null: that does not matter
 */
public record CallTest(String caller, Map<String, String> line, Instant at, Given given, List<Move> moves, Outcome outcome) {

    static final int MOST_MOVES = 200;

    /**
     * The world around the call. What is not given does not exist.
     *
     * @param customer     what is known of whoever calls from that number: {@code customer.name} …; empty or left out: he is unknown
     * @param tickets      each as it is known: {@code ticket.number}, {@code ticket.title}, {@code customer.name} …;
     *                     none when left out
     * @param open         calendars by key; one that is left out is open
     * @param destinations telephones that exist and are free; none when left out
     * @param groups       groups that exist; none when left out
     */
    public record Given(Map<String, String> customer, List<Map<String, String>> tickets, Map<String, Boolean> open,
                        List<GivenTelephone> destinations, List<GivenGroup> groups) {

        public Given {
            customer = customer == null ? Map.of() : Map.copyOf(customer);
            tickets = tickets == null ? List.of() : tickets.stream().<Map<String, String>>map(Map::copyOf).toList();
            open = open == null ? Map.of() : Map.copyOf(open);
            destinations = destinations == null ? List.of() : List.copyOf(destinations);
            groups = groups == null ? List.of() : List.copyOf(groups);
        }

        /** Without groups. */
        public Given(Map<String, String> customer, List<Map<String, String>> tickets, Map<String, Boolean> open, List<GivenTelephone> destinations) {
            this(customer, tickets, open, destinations, null);
        }
    }

    /**
     * A group, and who of it can be rung. A caller may wait for it while its hours are on; one without members has nobody at work.
     *
     * @param key      as steps name it
     * @param members  keys of telephones, in the order in which they ring; one that is not given exists and is free, too. None when left out
     * @param strategy null: in order
     * @param seconds  how long a telephone, or everybody at once, rings; null: 20
     * @param rounds   how often everybody is rung; null: once
     * @param closed   whether the group's hours are off; false when left out
     */
    public record GivenGroup(String key, List<String> members, RingStrategy strategy, Integer seconds, Integer rounds, Boolean closed) {

        public GivenGroup {
            members = members == null ? List.of() : List.copyOf(members);
            closed = closed != null && closed;
        }
    }

    /**
     * A telephone that can be rung.
     *
     * @param key     as steps name it
     * @param label   null: the key
     * @param address E.164, {@code sip:…} or {@code client:…}; null: one that nobody calls from
     * @param agent   who answers it; null: nobody in particular
     * @param seconds how long it is rung; null: 20
     */
    public record GivenTelephone(String key, String label, String address, String agent, Integer seconds) { }

    public CallTest {
        caller = caller == null || caller.isBlank() ? null : caller;
        line = line == null ? Map.of() : Map.copyOf(line);
        at = at == null ? Instant.EPOCH : at;
        given = given == null ? new Given(null, null, null, null, null) : given;
        moves = moves == null ? List.of() : List.copyOf(moves);
    }

    public CallTest with(List<Move> others, Outcome ending) {
        return new CallTest(caller, line, at, given, others, ending);
    }

    public CallTest with(Given other) {
        return new CallTest(caller, line, at, other, moves, outcome);
    }
}
