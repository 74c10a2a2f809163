package callward.settings;

import callward.settings.KeptSettings.Kept;
import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Seals every secret with another key, all of them in one transaction. */
@ApplicationScoped
public class ExchangeKey {

    /** Everything is sealed with the prepared key. */
    record KeyExchanged() { }

    private static final Logger LOG = System.getLogger(ExchangeKey.class.getName());

    @Inject
    KeptSettings kept;
    @Inject
    Secrets secrets;
    @Inject
    KeyRing ring;
    @Inject
    Event<KeyExchanged> news;

    /**
     * At start, before anybody reads a secret: what another key sealed is sealed with the one that counts now.
     *
     * @return whether no other key is needed any more, once this is committed
     */
    @Transactional
    public boolean atStart() {
        List<Kept> sealed = kept.lockAll().stream().filter(Kept::secret).toList();
        if (ring.isPrepared() && sealed.stream().anyMatch(one -> Secrets.open(ring.prepared(), one.name(), one.value()).isPresent())) {
            ring.exchange(); // we were stopped after the commit, before the files changed places
        }
        List<String> lost = new ArrayList<>();
        int done = 0;
        for (Kept one : sealed) {
            if (secrets.isCurrent(one.name(), one.value())) {
                continue;
            }
            Optional<String> value = secrets.open(one.name(), one.value());
            if (value.isPresent()) {
                kept.put(new Kept(one.name(), secrets.seal(one.name(), value.get()), true));
                done++;
            } else {
                lost.add(one.name());
            }
        }
        if (!lost.isEmpty()) {
            LOG.log(Level.ERROR, "secrets that no key opens: {0}. Give the key they were encrypted with as CALLWARD_SECRET_KEY_OLD, or enter them again",
                    String.join(",", lost));
        }
        if (done > 0) {
            LOG.log(Level.INFO, "secrets={0} encrypted with the new key", done);
        }
        return lost.isEmpty();
    }

    /** No other key than the one that counts now will be needed. */
    public void dropOtherKeys() {
        ring.dropOthers();
    }

    /**
     * A new key for everything, where the key is our own.
     *
     * @throws IllegalStateException where the environment gives the key
     */
    @Transactional
    public void now() {
        if (!ring.isOurs()) {
            throw new IllegalStateException("the environment gives the key");
        }
        List<Kept> sealed = kept.lockAll().stream().filter(Kept::secret).toList();
        ring.prepare();
        Aead next = ring.prepared();
        sealed.forEach(one -> secrets.open(one.name(), one.value())
                .ifPresent(value -> kept.put(new Kept(one.name(), Secrets.seal(next, one.name(), value), true))));
        news.fire(new KeyExchanged());
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) KeyExchanged exchanged) {
        ring.exchange();
        LOG.log(Level.INFO, "the key that encrypts secrets was exchanged");
    }
}
