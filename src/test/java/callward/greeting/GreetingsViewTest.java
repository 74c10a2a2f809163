package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GreetingsViewTest {

    @Test
    void the_page_asks_once_where_all_greetings_are_played() {
        Asked book = new Asked();
        GreetingsView view = new GreetingsView();
        view.book = book;
        view.load();
        assertEquals(List.of("jingle 2", "closed 0"), view.getRows().stream().map(row -> row.greeting().getKey() + " " + row.uses()).toList());
        assertEquals(1, book.times);
    }

    private static final class Asked extends GreetingBook {

        private int times;

        @Override
        public List<Greeting> all() {
            return List.of(new Greeting("jingle"), new Greeting("closed"));
        }

        @Override
        Map<String, List<GreetingUsers.Use>> uses() {
            times++;
            return Map.of("jingle", List.of(use("Day"), use("Night")));
        }

        private static GreetingUsers.Use use(String script) {
            return new GreetingUsers.Use(script, List.of("step"), "/", true);
        }
    }
}
