package callward.house;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import java.util.function.Supplier;

/** Our entities in the {@link TestDatabase}, by the product's own mapping, without a server. */
public final class TestEntities {

    private static EntityManagerFactory shared;

    private final EntityManager manager;

    private TestEntities(EntityManager manager) {
        this.manager = manager;
    }

    public static synchronized TestEntities open() {
        if (shared == null) {
            shared = Persistence.createEntityManagerFactory("callward", Map.of("jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                    "jakarta.persistence.nonJtaDataSource", TestDatabase.get(), "eclipselink.weaving", "false"));
        }
        shared.getCache().evictAll();
        return new TestEntities(shared.createEntityManager());
    }

    public EntityManager manager() {
        return manager;
    }

    /** One transaction; afterwards nothing is managed, as between two requests. */
    public <T> T once(Supplier<T> deed) {
        manager.getTransaction().begin();
        try {
            T done = deed.get();
            manager.getTransaction().commit();
            return done;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.clear();
        }
    }

    public void once(Runnable deed) {
        once(() -> {
            deed.run();
            return null;
        });
    }
}
