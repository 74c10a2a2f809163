package callward.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Who changed what.
 *
 * @param id      counts the entries, from 1
 * @param at      when it was done
 * @param by      user name, {@code token:NAME}, {@code system}, or {@code -} for a stranger
 * @param room    the section it belongs to
 * @param subject what that section calls the thing
 * @param name    what people called it then
 * @param deed    what was done: CREATED, CHANGED, DELETED, PUBLISHED, SIGNED_IN …; more may come
 * @param before  the values that were changed, by name; empty when it was new
 * @param after   what they became; empty when it went
 */
public record AuditEntry(long id, Instant at, String by, String room, String subject, String name, String deed, Map<String, String> before,
        Map<String, String> after) {

    /** One value's change; null for none before, or none after. */
    public record Change(String field, String before, String after) { }

    public List<Change> changes() {
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        fields.forEach(field -> changes.add(new Change(field, before.get(field), after.get(field))));
        return changes;
    }
}
