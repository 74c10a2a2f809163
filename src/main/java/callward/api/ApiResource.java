package callward.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a JAX-RS class that belongs under {@code /api/v1}. Rooms keep their resources; this is how {@link Api} finds them.
 * It makes the class a CDI bean of one request; what a method needs of JAX-RS comes as its parameter.
 */
@Stereotype
@RequestScoped
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiResource { }
