package callward.flow;

import callward.flow.Happening.Outcome;
import callward.phone.CallId;
import callward.phone.PhoneNumber;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What calls walk through that we make ourselves: no author has written it. It is made of the same steps as a script, so that repeats, late
 * events and deadlines are the same in both, and of the call's own facts alone, so that it is the same whenever it is asked for.
 */
public final class BuiltIn {

    /** The number that an agent wants to talk to: E.164. Only calls of ours know it. */
    public static final String CALLED = "called.number";
    /** Who calls. */
    public static final String AGENT = "agent.name";
    /** The language that he is spoken to in: {@code en}, {@code es}. */
    public static final String LANGUAGE = "agent.language";
    /** Whose telephone is tried out. Only such calls know it. */
    public static final String TRIED = "tried.telephone";

    /** Where a trial ends well. */
    public static final String HEARD = "heard";

    private static final String ASK = "ask";
    private static final String RING = "ring";
    private static final String END = "end";
    private static final int RING_SECONDS = 45;
    private static final int KEY_SECONDS = 5;
    private static final int TRIES = 2;
    /** It declines; every other one is a yes. */
    private static final String DECLINES = "*";

    private BuiltIn() { }

    /** Whether we make the call, and nobody has called us. */
    public static boolean isOurs(Facts facts) {
        return facts.get(CALLED).isPresent() || facts.get(TRIED).isPresent();
    }

    /** Whether one of us calls, and whoever rings then is the other side. Whom he has called and sent on calls us, as it were. */
    public static boolean isCalledByUs(Facts facts) {
        return isOurs(facts) && facts.get("caller.number").isEmpty();
    }

    /** What is known once whom we called goes on without who called him. @param call the carrier's name for what he goes on in */
    public static Facts withoutCaller(Facts facts, CallId call) {
        String number = facts.get(CALLED).orElseThrow();
        return facts.with("call.id", call.sid()).with(AGENT, null).with("caller.number", number)
                .with("caller.shown", PhoneNumber.in(number).map(PhoneNumber::shown).orElse(number));
    }

    /** Nothing for a call that somebody else makes. */
    public static Optional<Steps> steps(Facts facts) {
        Tongue tongue = facts.get(LANGUAGE).filter("es"::equals).map(es -> new Tongue("es-ES", null)).orElse(Tongue.ENGLISH);
        return facts.get(CALLED).map(number -> call(number, facts, tongue)).or(() -> facts.get(TRIED).map(phone -> trial(tongue)));
    }

    /** Rings the agent (the carrier did), asks him, and rings whom he wants: his own mailbox presses no key. */
    private static Steps call(String number, Facts facts, Tongue tongue) {
        Says whom = facts.get("customer.name").isPresent() ? Says.CALL_TO_CUSTOMER : Says.CALL_TO_NUMBER;
        Stream<Says> about = facts.get("ticket.number").isPresent() ? Stream.of(Says.ABOUT_THE_TICKET) : Stream.of();
        Stream<Says> question = Stream.of(Stream.of(whom), about, Stream.of(Says.ANY_KEY_CALLS)).flatMap(says -> says);
        return new Steps(ASK, List.of(ask(words(question, tongue), RING),
                new Ring(RING, List.of(), List.of(number), RING_SECONDS, 0, "unreached"),
                new HangUp("unreached", words(Stream.of(Says.IS_NOT_REACHED), tongue)), new HangUp(END, List.of())), tongue);
    }

    private static Steps trial(Tongue tongue) {
        return new Steps(ASK, List.of(ask(words(Stream.of(Says.TELEPHONE_WORKS), tongue), HEARD),
                new HangUp(HEARD, words(Stream.of(Says.KEYS_WORK), tongue)), new HangUp(END, List.of())), tongue);
    }

    private static Menu ask(List<Utterance> question, String next) {
        List<Menu.Choice> keys = Stream.concat(IntStream.rangeClosed(0, 9).mapToObj(String::valueOf), Stream.of("#"))
                .map(key -> new Menu.Choice(key, List.of(), next)).toList();
        return new Menu(ASK, question, Stream.concat(keys.stream(), Stream.of(new Menu.Choice(DECLINES, List.of(), END))).toList(),
                false, KEY_SECONDS, TRIES, List.of(), END);
    }

    private static List<Utterance> words(Stream<Says> says, Tongue tongue) {
        boolean spanish = tongue.language().startsWith("es");
        return List.of(new Utterance.Words(says.map(one -> spanish ? one.spanish : one.english).collect(Collectors.joining(" "))));
    }

    /** Nobody is missed, and nobody gives up, in a call of ours: somebody was not reached. A telephone that was tried, and whose key was heard, works. */
    static Outcome outcome(Facts facts, String step, Outcome usual) {
        boolean isReached = usual != Outcome.MISSED && usual != Outcome.ABANDONED;
        if (isReached || !isCalledByUs(facts)) {
            return usual;
        }
        return facts.get(TRIED).isPresent() && HEARD.equals(step) ? Outcome.ANSWERED : Outcome.NOT_REACHED;
    }

    private enum Says {
        CALL_TO_CUSTOMER("Call to {{customer.name}}.", "Llamada a {{customer.name}}."),
        CALL_TO_NUMBER("Call to {{called.number}}.", "Llamada al {{called.number}}."),
        ABOUT_THE_TICKET("Ticket {{ticket.number}}.", "Tique {{ticket.number}}."),
        ANY_KEY_CALLS("Press any key to call, or star to leave it.", "Pulse cualquier tecla para llamar, o asterisco para dejarlo."),
        IS_NOT_REACHED("Nobody answers. Goodbye.", "No contesta nadie. Adiós."),
        TELEPHONE_WORKS("This is Callward. Your telephone works. Please press any key.",
                "Aquí Callward. Su teléfono funciona. Por favor, pulse cualquier tecla."),
        KEYS_WORK("Your key was heard. Calls will reach you here. Goodbye.", "Hemos oído su tecla. Las llamadas le llegarán aquí. Adiós.");

        private final String english;
        private final String spanish;

        Says(String english, String spanish) {
            this.english = english;
            this.spanish = spanish;
        }
    }
}
