package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Ask;
import callward.flow.ByTime;
import callward.flow.CallEvent;
import callward.flow.CallFlow;
import callward.flow.Greet;
import callward.flow.HandOver;
import callward.flow.HangUp;
import callward.flow.Hold;
import callward.flow.Menu;
import callward.flow.Order;
import callward.flow.Progress;
import callward.flow.Reject;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.SendText;
import callward.flow.Step;
import callward.flow.Steps;
import callward.flow.TakeMessage;
import callward.flow.Turn;
import callward.flow.Utterance;
import callward.house.Covers;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StepsJsonTest {

    private static final List<Utterance> SAYS = List.of(new Utterance.Words("Hello {{customer.name}}"), new Utterance.Sound("welcome"));
    private static final Steps EVERY_KIND = new Steps("greet", List.of(
            new Greet("greet", SAYS, "menu"),
            new Menu("menu", SAYS, List.of(new Menu.Choice("1", List.of("ticket"), "ask")), true, 6, 2, SAYS, "ring"),
            new Ask("ask", "ticket.number", SAYS, 1, 8, "#", Ask.Check.TICKET, 7, 3, SAYS, "ring", "hours"),
            new ByTime("hours", "office", "ring", "message"),
            new Ring("ring", SAYS, List.of("tom", "ann"), 15, 60, "message"),
            new Hold("queue", SAYS, "support", "message", "1", true, "2", "message", "message", "message"),
            new RingGroup("group", SAYS, "sales", "message", "text", "message"),
            new TakeMessage("message", SAYS, "main", 60, 4, "#", true, SAYS),
            new SendText("text", "We will call back", "bye"),
            new HandOver("studio", URI.create("https://studio.example/flow"), "bye"),
            new HangUp("bye", SAYS),
            new Reject("no", true)), new Tongue("es-MX", "Polly.Mia"));

    @Test
    @Covers("S0.23")
    void every_kind_of_step_comes_back_as_it_was_written() {
        assertEquals(EVERY_KIND, StepsJson.read(StepsJson.write(EVERY_KIND)));
    }

    @Test
    void no_kind_of_step_is_missing_above() {
        assertEquals(Arrays.stream(Step.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                EVERY_KIND.steps().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void kinds_are_named_as_people_write_them() {
        assertEquals(Set.of("greet", "menu", "ask", "ring", "ring-group", "take-message", "by-time", "send-text", "hand-over", "hang-up", "reject", "hold"),
                Arrays.stream(Step.class.getPermittedSubclasses()).map(StepsJson::kindOf).collect(Collectors.toSet()));
    }

    @Test
    void the_progress_of_a_call_comes_back_in_the_middle_of_anything() {
        Steps steps = new Steps("menu", EVERY_KIND.steps(), null);
        Instant now = Instant.parse("2026-02-28T23:59:59.123456Z");
        Turn turn = CallFlow.next(steps, Progress.START, new CallEvent.Arrived(now, Facts.of("caller.number", "+15550101234")));
        assertEquals(turn.progress(), StepsJson.read(StepsJson.write(turn.progress()), Progress.class));
    }

    @Test
    void an_order_comes_back_as_it_was_written() {
        Order order = new Order.SendText(PhoneNumber.of("+15550101234"), "Hello \u2603 \"you\"");
        assertEquals(order, StepsJson.read(StepsJson.write(order), Order.class));
    }

    @Test
    void what_is_no_script_is_refused_with_the_reason() {
        assertTrue(refusal("{\"first\":\"a\",\"steps\":[{\"kind\":\"dance\",\"id\":\"a\"}]}").contains("dance"));
        assertTrue(refusal("{\"first\":\"a\",\"steps\":[{\"kind\":\"hang-up\",\"id\":\"a\",\"colour\":1}]}").contains("colour"));
        assertTrue(refusal("{\"first\":\"b\",\"steps\":[{\"kind\":\"hang-up\",\"id\":\"a\"}]}").contains("\"b\""));
        assertTrue(refusal("{\"first\":\"a\",\"steps\":[{\"kind\":\"hang-up\",\"id\":\"a\",\"says\":[{}]}]}").contains("greeting"));
    }

    @Test
    void the_demo_companys_script_is_whole() throws IOException {
        try (InputStream in = StepsJsonTest.class.getResourceAsStream("/callward/demo-script.json")) {
            Steps steps = StepsJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(List.of(), steps.unresolved());
        }
    }

    private static String refusal(String json) {
        return assertThrows(IllegalArgumentException.class, () -> StepsJson.read(json)).getMessage();
    }
}
