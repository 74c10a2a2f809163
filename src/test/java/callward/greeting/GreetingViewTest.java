package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GreetingViewTest {

    @Test
    void the_end_of_a_line_counts_once_as_in_the_browser() {
        GreetingView view = new GreetingView();
        view.setWords("Hello.\r\nWe are closed.");
        assertEquals("Hello.\nWe are closed.", view.getWords());
    }

    @Test
    void a_name_becomes_a_key() {
        assertEquals("closed-buro", GreetingView.keyOf("Closed, Büro"));
    }
}
