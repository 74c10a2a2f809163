package callward.script;

import callward.phone.PhoneNumber;
import callward.script.CallTestResult.Got;
import callward.script.CallTestResult.TestDifference;
import callward.script.CallTestResult.TestLine;
import java.util.Locale;

/** Call tests and how they went, as sentences in a reader's language. */
record CallTestWords(Locale reader) {

    String line(CallTest test, TestLine line) {
        return switch (line.told()) {
            case DOES -> move(test.moves().get(line.move()));
            case CALLS -> line.text().isEmpty() ? text("told.CALLS.hidden")
                    : text("told.CALLS", PhoneNumber.in(line.text()).map(PhoneNumber::shown).orElse(line.text()));
            case OVER -> text("told.OVER", outcome(line.text()));
            default -> text("told." + line.told(), line.text());
        };
    }

    String expected(CallTest test, TestDifference difference) {
        return difference.move() < test.moves().size() ? move(test.moves().get(difference.move())) : text("told.OVER", outcome(test.outcome().name()));
    }

    String got(TestDifference difference) {
        return text("got." + difference.got(), difference.got() == Got.OVER ? outcome(difference.text()) : difference.text());
    }

    /** Of a test that is red. */
    String red(CallTests.Ran ran) {
        TestDifference difference = ran.result().difference();
        return text("calltest.differs", ran.saved().getName(), expected(ran.saved().test(), difference), got(difference));
    }

    private String move(Move move) {
        return switch (move) {
            case Move.Hears hears -> text("move.says.hears", hears.words());
            case Move.GetsText texted -> text("move.says.gets-text", texted.words());
            case Move.Rings rings -> text("move.says.rings", String.join(", ", rings.destinations()));
            case Move.Presses presses -> text("move.says.presses", presses.keys());
            case Move.Says says -> text("move.says.says", says.words());
            case Move.IsAnswered answered when answered.by() != null && !answered.by().isBlank() -> text("move.says.is-answered", answered.by());
            case Move.Declines declined when declined.by() != null && !declined.by().isBlank() -> text("move.says.declines", declined.by());
            case Move.PicksUpInSilence silent when silent.by() != null && !silent.by().isBlank() -> text("move.says.picks-up-in-silence", silent.by());
            case Move.LeavesMessage message -> text("move.says.leaves-message", message.seconds(), message.mailbox() == null ? "–" : message.mailbox());
            default -> text("move." + move.kind());
        };
    }

    private String outcome(String name) {
        return text("call.outcome." + name);
    }

    private String text(String key, Object... values) {
        return ScriptWords.text(reader, key, values);
    }
}
