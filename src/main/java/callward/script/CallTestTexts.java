package callward.script;

import callward.script.CallTestResult.TestDifference;
import callward.script.CallTestResult.TestLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** Call tests in the words of whoever looks at a page. */
@Named
@ApplicationScoped
public class CallTestTexts {

    /** What a line of the transcript tells. */
    public String line(CallTest test, TestLine line) {
        return words().line(test, line);
    }

    /** {@code did}, {@code came} of it, or was {@code expects}-ed. */
    public String tone(CallTest test, TestLine line) {
        return line.move() == null ? "came" : test.moves().get(line.move()) instanceof Move.Expectation ? "expects" : "did";
    }

    /** What the test expected at the line that differs. */
    public String expected(CallTest test, TestDifference difference) {
        return words().expected(test, difference);
    }

    /** What there was instead. */
    public String got(TestDifference difference) {
        return words().got(difference);
    }

    private static CallTestWords words() {
        return new CallTestWords(Faces.getLocale());
    }
}
