package callward.house;

import callward.settings.OwnTransaction;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.Future;

/** A worker of the background, as the house has them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GivenAlarm {

    @Inject
    GivenWriter writer;
    @Inject
    OwnTransaction own;
    @Resource
    ManagedExecutorService threads;

    @Asynchronous
    public Future<String> twice(String word) {
        return new AsyncResult<>(own.call(() -> writer.twice(word)));
    }

    public Future<String> twiceInAThread(String word) {
        return threads.submit(() -> own.call(() -> writer.twice(word)));
    }

    @Asynchronous
    public Future<String> twiceAndFail(String word) {
        try {
            own.run(() -> writer.twiceAndFail(word));
        } catch (IllegalStateException expected) {
            return new AsyncResult<>(expected.getMessage());
        }
        return new AsyncResult<>("no failure");
    }

    @Asynchronous
    public Future<String> lonelyThenFail(String word) {
        try {
            own.run(() -> writer.lonelyThenFail(word));
        } catch (IllegalStateException expected) {
            return new AsyncResult<>(expected.getMessage());
        }
        return new AsyncResult<>("no failure");
    }
}
