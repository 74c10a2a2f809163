package callward.line;

import callward.settings.Saying;
import java.util.Map;

/** A line will not do as somebody described it, or is not there. */
public class LineRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Saying> faults;

    LineRefused(Map<String, Saying> faults) {
        super("line refused: " + faults.keySet());
        this.faults = Map.copyOf(faults);
    }

    /** What is wrong with which field of {@link LineText}; empty when there is no such line. */
    public Map<String, Saying> faults() {
        return faults;
    }
}
