package callward.api;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Finds the resources of all rooms while the application starts, so that the API need not know a single room. */
public class ApiResources implements Extension {

    /**
     * Static, because JAX-RS asks for it at a moment when Payara's {@code CDI.current()} cannot always say which application asks
     * (WELD-001327 at a redeployment). Each deployment has a class loader, and so a set, of its own.
     */
    private static final SortedSet<Class<?>> FOUND = new ConcurrentSkipListSet<>(Comparator.comparing(Class::getName));

    static Set<Class<?>> all() {
        return FOUND;
    }

    void begin(@Observes BeforeBeanDiscovery start) {
        FOUND.clear();
    }

    void note(@Observes @WithAnnotations(ApiResource.class) ProcessAnnotatedType<?> type) {
        Class<?> resource = type.getAnnotatedType().getJavaClass();
        if (resource.isAnnotationPresent(ApiResource.class)) {
            FOUND.add(resource);
        }
    }
}
