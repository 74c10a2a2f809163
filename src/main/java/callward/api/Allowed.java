package callward.api;

import callward.access.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Optional;

/** The least role that may call a resource method; on a class, for each of its methods that says nothing. One without it is refused to everybody. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Allowed {
    Role value();

    /** Reads the annotation. */
    final class Needs {

        private Needs() { }

        static Optional<Role> of(Class<?> resource, Method method) {
            Allowed said = method.getAnnotation(Allowed.class);
            return Optional.ofNullable(said != null ? said : resource.getAnnotation(Allowed.class)).map(Allowed::value);
        }
    }
}
