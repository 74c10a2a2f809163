package callward.line;

import callward.settings.Refused;
import callward.settings.Saying;
import java.util.Map;

/** A line will not do as somebody described it, naming fields of {@link LineText}; or is not there. */
public class LineRefused extends Refused {

    private static final long serialVersionUID = 1L;

    LineRefused(Map<String, Saying> faults) {
        super(faults);
    }

    private LineRefused() {
        super(Kind.GONE, Saying.of("line.gone"));
    }

    static LineRefused gone() {
        return new LineRefused();
    }
}
