package callward.house;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Two transactions that write at the same moment: the second has not seen what the first writes, and waits for what becomes of it. */
public final class SameMoment {

    private SameMoment() { }

    /** @return what the second is told; null when nothing stood in its way */
    public static Throwable of(TestEntities first, Runnable one, TestEntities second, Runnable other) {
        first.manager().getTransaction().begin();
        try {
            one.run();
            CompletableFuture<Void> late = CompletableFuture.runAsync(() -> second.once(other));
            while (TestDatabase.value("select count(*) from pg_locks where not granted").equals("0") && !late.isDone()) {
                Thread.onSpinWait();
            }
            first.manager().getTransaction().commit();
            late.orTimeout(20, TimeUnit.SECONDS).join();
            return null;
        } catch (CompletionException told) {
            return told.getCause();
        } finally {
            first.manager().clear();
        }
    }
}
