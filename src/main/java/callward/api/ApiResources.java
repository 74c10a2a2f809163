package callward.api;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the resources of all rooms while the application starts, so that the API need not know a single room. */
public class ApiResources implements Extension {

    private final SortedSet<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));

    static Set<Class<?>> all() {
        return CDI.current().getBeanManager().getExtension(ApiResources.class).found;
    }

    void note(@Observes @WithAnnotations(ApiResource.class) ProcessAnnotatedType<?> type) {
        Class<?> resource = type.getAnnotatedType().getJavaClass();
        if (resource.isAnnotationPresent(ApiResource.class)) {
            found.add(resource);
        }
    }
}
