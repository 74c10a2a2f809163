package callward.flow;

import static callward.flow.Scripts.end;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.phone.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendTextTest {

    private static Conversation with(String text) {
        return Conversation.with(Scripts.of(new SendText("text", text, "end"), end("end"))).knowsCustomer("+15553334444", "Ann");
    }

    @Test
    void the_caller_gets_a_text_with_the_names_filled_in() {
        with("Hello {{customer.name}},\nthis is {{line.name}} {{line.number}}.").calls("+15553334444")
                .texts(new Order.SendText(PhoneNumber.of("+15553334444"), "Hello Ann,\nthis is Support +15551000000."))
                .hears("This is end.");
    }

    @Test
    void a_caller_who_hides_his_number_gets_none() {
        with("Hello").calls("anonymous").texts().hears("This is end.");
    }

    @Test
    void a_fixed_line_gets_none() {
        with("Hello").calls("+493012345678").texts().hears("This is end.");
    }

    @Test
    void an_empty_text_is_not_sent() {
        with("{{nothing}}").calls("+15553334444").texts().hears("This is end.");
    }

    @Test
    void a_long_text_is_cut() {
        Conversation call = Conversation.with(Scripts.of(new SendText("text", "word ".repeat(500), null)));
        assertEquals(0, call.news().size());
        call.calls("+15553334444").texts(new Order.SendText(PhoneNumber.of("+15553334444"), "word ".repeat(320).strip()));
    }

    @Test
    void a_caller_who_comes_by_again_gets_it_once() {
        Steps steps = Scripts.of(new SendText("text", "Hello", "menu"),
                new Menu("menu", null, List.of(new Menu.Choice("1", null, "text")), false, 0, 0, null, null));
        Conversation.with(steps).calls("+15553334444").presses("1").presses("1")
                .texts(new Order.SendText(PhoneNumber.of("+15553334444"), "Hello"));
    }
}
