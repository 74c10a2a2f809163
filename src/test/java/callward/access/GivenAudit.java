package callward.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An audit log that a test can read. */
public final class GivenAudit extends Audit {

    /** One line each: {@code settings smtp-host CHANGED {value=} {value=mail.example.com}}. */
    public final List<String> entries = new ArrayList<>();

    @Override
    public void note(String room, String subject, String name, Deed deed, Map<String, String> before, Map<String, String> after) {
        entries.add(room + " " + subject + " " + deed + " " + before + " " + after);
    }

    @Override
    public void noteBy(String who, String room, String subject, String name, Deed deed, Map<String, String> before, Map<String, String> after) {
        note(room, subject, name, deed, before, after);
    }

    @Override
    public String who() {
        return "ann";
    }
}
