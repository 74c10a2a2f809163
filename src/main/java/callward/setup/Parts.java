package callward.setup;

import callward.settings.Part;
import callward.settings.Saying;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All parts of the product and how they are. Asked side by side, at most every few seconds. */
@ApplicationScoped
public class Parts {

    /** @param name message key; @param reason what is wrong and what to do, or a note */
    public record Report(String name, boolean essential, boolean online, Saying reason) { }

    private record Looked(Instant at, List<Report> reports) { }

    private static final Logger LOG = System.getLogger(Parts.class.getName());
    private static final int LONGEST_SECONDS = 6;
    private static final int KEPT_SECONDS = 5;

    @Inject
    @jakarta.enterprise.inject.Any
    Instance<Part> parts;
    @Resource
    ManagedExecutorService executor;
    @Inject
    Clock clock;

    private volatile Looked last;

    public List<Report> check() {
        Looked known = last;
        if (known == null || known.at().plusSeconds(KEPT_SECONDS).isBefore(clock.instant())) {
            known = new Looked(clock.instant(), look());
            last = known;
        }
        return known.reports();
    }

    private List<Report> look() {
        record Asked(Part part, Future<Part.State> answer) { }
        List<Asked> asked = parts.stream().map(part -> new Asked(part, executor.submit(part::state))).toList();
        return asked.stream().map(one -> report(one.part(), one.answer())).sorted(Comparator.comparing(Report::name)).toList();
    }

    private static Report report(Part part, Future<Part.State> answer) {
        Part.State state;
        try {
            state = answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            state = Part.State.down("state.slow", LONGEST_SECONDS);
        } catch (ExecutionException broken) {
            LOG.log(Level.WARNING, "part=" + part.name() + " cannot be checked", broken.getCause());
            state = Part.State.down("state.unchecked");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            state = Part.State.down("state.stopping");
        }
        return new Report(part.name(), part.essential(), state.online(), state.reason());
    }
}
