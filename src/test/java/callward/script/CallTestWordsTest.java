package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.flow.Happening.Outcome;
import callward.script.CallTestResult.Got;
import callward.script.CallTestResult.TestDifference;
import callward.script.CallTestResult.TestLine;
import callward.script.CallTestResult.Told;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CallTestWordsTest {

    private static final List<Move> EVERY_MOVE = List.of(new Move.Hears("a"), new Move.GetsText("b"), new Move.Rings(List.of("tom", "ann")), new Move.Presses("1"),
            new Move.Says("c"), new Move.StaysSilent(), new Move.NobodyAnswers(), new Move.IsBusy(), new Move.IsAnswered(null), new Move.IsAnswered("ann"), new Move.Declines(null), new Move.Declines("tom"),
            new Move.PicksUpInSilence(null), new Move.PicksUpInSilence("tom"),
            new Move.LeavesMessage(null, 1234, false), new Move.ComesBack(), new Move.HangsUp());

    @Test
    void every_move_has_a_sentence_a_name_and_a_place_in_the_form() {
        CallTest test = new CallTest(null, null, null, null, EVERY_MOVE, Outcome.ANSWERED);
        for (Locale reader : List.of(Locale.ENGLISH, Locale.of("es"))) {
            for (int i = 0; i < EVERY_MOVE.size(); i++) {
                assertFalse(new CallTestWords(reader).line(test, new TestLine(i, Told.DOES, "")).isBlank());
                assertFalse(ScriptWords.text(reader, "move." + EVERY_MOVE.get(i).kind()).isBlank());
            }
        }
        EVERY_MOVE.forEach(move -> assertEquals(move, MoveRow.of(move).move()));
        assertEquals(MoveRow.KINDS.stream().sorted().toList(), EVERY_MOVE.stream().map(Move::kind).distinct().sorted().toList());
    }

    @Test
    void whatever_happens_and_differs_has_a_sentence() {
        CallTest test = new CallTest(null, null, null, null, List.of(), Outcome.ANSWERED);
        for (Told told : Told.values()) {
            if (told != Told.DOES) {
                assertFalse(new CallTestWords(Locale.ENGLISH).line(test, new TestLine(null, told, told == Told.OVER ? "MISSED" : "x")).isBlank());
            }
        }
        for (Got got : Got.values()) {
            assertFalse(new CallTestWords(Locale.ENGLISH).got(new TestDifference(0, got, got == Got.OVER ? "MISSED" : "x")).isBlank());
        }
    }

    @Test
    void a_message_of_many_seconds_is_no_thousands_and_braces_stay() {
        CallTest test = new CallTest(null, null, null, null, List.of(new Move.LeavesMessage("main", 1234, false), new Move.Hears("{0} it's")), null);
        CallTestWords words = new CallTestWords(Locale.ENGLISH);
        assertEquals("Caller leaves a message of 1234 seconds in main", words.line(test, new TestLine(0, Told.DOES, "")));
        assertEquals("Caller hears “{0} it's”", words.line(test, new TestLine(1, Told.DOES, "")));
    }

    @Test
    void an_outcome_that_differs_is_expected_as_such() {
        CallTest test = new CallTest(null, null, null, null, List.of(), Outcome.ANSWERED);
        CallTestWords words = new CallTestWords(Locale.ENGLISH);
        assertEquals("The call is over: Answered", words.expected(test, new TestDifference(0, Got.OVER, "MISSED")));
    }
}
