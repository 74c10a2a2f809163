package callward.settings;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** The server's side of {@link OwnTransaction}. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ServerTransaction {

    /** @param failure {@code null} when there is none; not thrown here: servers wrap and log what a bean throws */
    public record Outcome<T>(T value, RuntimeException failure) { }

    @Resource
    EJBContext context;

    public <T> Outcome<T> around(Supplier<T> work) {
        try {
            return new Outcome<>(work.get(), null);
        } catch (RuntimeException e) {
            context.setRollbackOnly();
            return new Outcome<>(null, e);
        }
    }
}
