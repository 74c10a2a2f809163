package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import callward.api.Problem.Field;
import callward.settings.Refused;
import callward.settings.Saying;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a room refuses, the API says it in one way: by status, by field, in the reader's language. */
class RefusalTest {

    private static final Saying NO_GROUP = Saying.of("group.gone");
    private static final Locale SPANISH = Locale.of("es");

    @Test
    void what_is_not_there_is_404_and_what_cannot_be_now_is_409() {
        assertEquals(404, problem(new Sample(Refused.Kind.GONE, NO_GROUP), Locale.ENGLISH).status());
        Problem used = problem(new Sample(Refused.Kind.CONFLICT, Saying.of("group.inUse", "Sales")), Locale.ENGLISH);
        assertEquals(409, used.status());
        assertEquals("Calls ring it in Sales. Take it out there and publish first.", used.detail());
        assertEquals(List.of(), used.errors());
    }

    @Test
    void each_field_that_will_not_do_is_named() {
        Problem wrong = problem(new Sample(Map.of("to", Saying.of("agent.refused.END_MISSING"), "from", Saying.of("agent.refused.BEGINNING_MISSING"))), Locale.ENGLISH);
        assertEquals(400, wrong.status());
        assertEquals(List.of(new Field("from", Saying.of("agent.refused.BEGINNING_MISSING").inEnglish()), new Field("to", Saying.of("agent.refused.END_MISSING").inEnglish())),
                wrong.errors());
    }

    @Test
    void it_is_said_in_the_language_of_who_asked() {
        assertEquals(NO_GROUP.in(SPANISH), problem(new Sample(Refused.Kind.GONE, NO_GROUP), SPANISH).detail());
    }

    private static Problem problem(Refused refused, Locale reader) {
        return Refusal.of(refused, reader).problem();
    }

    private static final class Sample extends Refused {

        private static final long serialVersionUID = 1L;

        Sample(Kind kind, Saying why) {
            super(kind, why);
        }

        Sample(Map<String, Saying> faults) {
            super(faults);
        }
    }
}
