package callward.flow;

import callward.flow.Utterance.Words;
import callward.wording.Tongue;
import java.util.List;

/** Scripts that several tests walk through. */
final class Scripts {

    static final Tongue SPANISH = new Tongue("es-ES", null);

    private Scripts() { }

    /** The example of S0.10, as the demo company has it. */
    static Steps example() {
        return of(
                new Greet("welcome", says("Welcome to Widgets Incorporated."), "menu"),
                new Menu("menu", says("For an existing ticket, press 1. For everything else, press 2."), List.of(
                        new Menu.Choice("1", List.of("ticket", "existing ticket"), "which-ticket"),
                        new Menu.Choice("2", List.of("everything else"), "hello")), true, 5, 3, List.of(), "people"),
                new Ask("which-ticket", "ticket.number", says("Please enter your ticket number, then press hash."), 1, 10, "#",
                        Ask.Check.TICKET, 5, 3, List.of(), "greet-ticket", "people"),
                new Greet("greet-ticket", says("Hello {{customer.name}}. We will talk about ticket {{ticket.number}}."), "people"),
                new Greet("hello", says("Hello {{customer.name}}, one moment please."), "people"),
                new Ring("people", says("We are connecting you."), List.of("tom", "ann"), 0, 0, "message"),
                new TakeMessage("message", says("Nobody can take your call. Please leave a message."), "support", 60, 5, "#", false,
                        List.of()));
    }

    static Steps of(Step... steps) {
        return new Steps(steps[0].id(), List.of(steps), null);
    }

    static Steps inSpanish(Step... steps) {
        return new Steps(steps[0].id(), List.of(steps), SPANISH);
    }

    static List<Utterance> says(String... texts) {
        return List.of(texts).stream().<Utterance>map(Words::new).toList();
    }

    static HangUp end(String id) {
        return new HangUp(id, says("This is " + id + "."));
    }
}
