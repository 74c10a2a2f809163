package callward.script;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.HangUp;
import callward.flow.Steps;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptsMemoryTest {

    private static final Steps STEPS = new Steps("bye", List.of(new HangUp("bye", List.of())), null);

    @Test
    void drafts_tried_again_and_again_do_not_fill_the_memory() {
        Scripts scripts = new Scripts();
        scripts.entities = (EntityManager) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {EntityManager.class},
                (proxy, method, values) -> new ScriptRevision(new Script("Tried", Instant.EPOCH), 1, STEPS, Instant.EPOCH, null, null));
        for (long revision = 1; revision <= 3L * Scripts.MOST_IN_MEMORY; revision++) {
            assertTrue(scripts.steps(revision).equals(STEPS) && scripts.revisions.size() <= Scripts.MOST_IN_MEMORY);
        }
    }
}
