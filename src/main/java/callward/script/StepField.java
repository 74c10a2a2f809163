package callward.script;

import callward.flow.Ask;
import callward.flow.ByTime;
import callward.flow.Greet;
import callward.flow.HandOver;
import callward.flow.HangUp;
import callward.flow.Hold;
import callward.flow.Menu;
import callward.flow.Reject;
import callward.flow.Ring;
import callward.flow.RingGroup;
import callward.flow.SendText;
import callward.flow.Step;
import callward.flow.TakeMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a field of a step may hold. The engine refuses the rest; this says so before, field by field, and is what the JSON Schema is made
 * of. A test holds both together.
 *
 * <p>A {@code TARGET} that is left out ends the call; a {@code WAY} that is left out is not there.
 *
 * @param least smallest number but 0, which leaves it to us
 * @param most  largest number, or most characters
 */
record StepField(String name, Shape shape, boolean required, int least, int most) {

    /** A {@code TARGET} that is left out ends the call, a {@code DETOUR} goes another way of its step. */
    enum Shape { SAYS, TARGET, DETOUR, NUMBER, FLAG, TEXT, KEYS, CHOICES, DESTINATIONS, MAILBOX, CALENDAR, GROUP, FACT, URL, LOOK_UP }

    private static final StepField SAYS = of("says", Shape.SAYS);
    private static final StepField NEXT = of("next", Shape.TARGET);

    private static final Map<Class<? extends Step>, List<StepField>> ALL = new LinkedHashMap<>();

    static {
        ALL.put(Greet.class, List.of(SAYS, NEXT));
        ALL.put(Menu.class, List.of(SAYS, of("choices", Shape.CHOICES), of("speech", Shape.FLAG), number("seconds", 1, 60), number("tries", 1, 10),
                of("sorry", Shape.SAYS), of("otherwise", Shape.TARGET)));
        ALL.put(Ask.class, List.of(needed("name", Shape.FACT), SAYS, number("minDigits", 1, 50), number("maxDigits", 1, 50), keys("finishKey", 1),
                of("check", Shape.LOOK_UP), number("seconds", 1, 60), number("tries", 1, 10), of("sorry", Shape.SAYS), NEXT,
                of("otherwise", Shape.TARGET)));
        ALL.put(Ring.class, List.of(SAYS, of("destinations", Shape.DESTINATIONS), number("secondsEach", 5, 600), number("secondsTotal", 5, 3600),
                of("unanswered", Shape.TARGET)));
        ALL.put(RingGroup.class, List.of(SAYS, needed("group", Shape.GROUP), of("closed", Shape.DETOUR), of("nobodyFree", Shape.DETOUR),
                of("unanswered", Shape.TARGET)));
        ALL.put(Hold.class, List.of(SAYS, needed("group", Shape.GROUP), of("message", Shape.DETOUR), keys("messageKey", 1), of("callback", Shape.FLAG),
                keys("callbackKey", 1), of("closed", Shape.DETOUR), of("nobody", Shape.DETOUR), of("unanswered", Shape.TARGET)));
        ALL.put(TakeMessage.class, List.of(SAYS, needed("mailbox", Shape.MAILBOX), number("maxSeconds", 2, 3600), number("silenceSeconds", 1, 60),
                keys("finishKeys", 12), of("transcribe", Shape.FLAG), of("thanks", Shape.SAYS)));
        ALL.put(ByTime.class, List.of(needed("calendar", Shape.CALENDAR), of("open", Shape.TARGET), of("closed", Shape.TARGET)));
        ALL.put(SendText.class, List.of(needed("text", Shape.TEXT), NEXT));
        ALL.put(HandOver.class, List.of(needed("url", Shape.URL), NEXT));
        ALL.put(HangUp.class, List.of(SAYS));
        ALL.put(Reject.class, List.of(of("busy", Shape.FLAG)));
    }

    static List<StepField> of(Class<?> kind) {
        return ALL.getOrDefault(kind, List.of());
    }

    /** @param kind as JSON names it: {@code take-message} */
    static Optional<Class<?>> kind(String kind) {
        return Arrays.<Class<?>>stream(Step.class.getPermittedSubclasses()).filter(type -> StepsJson.kindOf(type).equals(kind)).findFirst();
    }

    private static StepField of(String name, Shape shape) {
        return new StepField(name, shape, false, 0, 0);
    }

    private static StepField needed(String name, Shape shape) {
        return new StepField(name, shape, true, 0, 0);
    }

    private static StepField number(String name, int least, int most) {
        return new StepField(name, Shape.NUMBER, false, least, most);
    }

    private static StepField keys(String name, int most) {
        return new StepField(name, Shape.KEYS, false, 0, most);
    }
}
