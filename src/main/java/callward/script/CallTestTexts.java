package callward.script;

import callward.phone.PhoneNumber;
import callward.script.CallTestResult.TestDifference;
import callward.script.CallTestResult.TestLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.omnifaces.util.Faces;

/** Call tests in words, for pages. */
@Named
@ApplicationScoped
public class CallTestTexts {

    /** What a line of the transcript tells. */
    public String line(CallTest test, TestLine line) {
        return switch (line.told()) {
            case DOES -> move(test.moves().get(line.move()));
            case CALLS -> line.text().isEmpty() ? text("told.CALLS.hidden") : text("told.CALLS", PhoneNumber.in(line.text()).map(PhoneNumber::shown).orElse(line.text()));
            case OVER -> text("told.OVER", outcome(line.text()));
            default -> text("told." + line.told(), line.text());
        };
    }

    /** What the test expected at the line that differs. */
    public String expected(CallTest test, TestDifference difference) {
        return difference.move() < test.moves().size() ? move(test.moves().get(difference.move())) : text("told.OVER", outcome(test.outcome().name()));
    }

    /** What there was instead. */
    public String got(TestDifference difference) {
        return text("got." + difference.got(), difference.got() == CallTestResult.Got.OVER ? outcome(difference.text()) : difference.text());
    }

    public String move(Move move) {
        return switch (move) {
            case Move.Hears hears -> text("move.says.hears", hears.words());
            case Move.GetsText texted -> text("move.says.gets-text", texted.words());
            case Move.Rings rings -> text("move.says.rings", String.join(", ", rings.destinations()));
            case Move.Presses presses -> text("move.says.presses", presses.keys());
            case Move.Says says -> text("move.says.says", says.words());
            case Move.IsAnswered answered -> answered.by() == null || answered.by().isBlank() ? text("move.is-answered") : text("move.says.is-answered", answered.by());
            case Move.LeavesMessage message -> text("move.says.leaves-message", message.seconds(), message.mailbox() == null ? "–" : message.mailbox());
            default -> text("move." + move.kind());
        };
    }

    public String icon(Move move) {
        return switch (move) {
            case Move.Hears hears -> "pi-volume-up";
            case Move.GetsText texted -> "pi-comment";
            case Move.Rings rings -> "pi-phone";
            case Move.Presses presses -> "pi-th-large";
            case Move.Says says -> "pi-microphone";
            case Move.LeavesMessage message -> "pi-inbox";
            case Move.IsAnswered answered -> "pi-check";
            default -> "pi-user";
        };
    }

    private static String outcome(String name) {
        return text("call.outcome." + name);
    }

    private static String text(String key, Object... values) {
        Locale reader = Faces.getLocale();
        return ScriptWords.text(reader, key, values);
    }
}
