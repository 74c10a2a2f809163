package callward.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * Turns away what no resource could take, once whoever asks was let in: parameters with characters that no text can have, and a body that is
 * not there. One server reads such a body as null, the other asks {@link JsonBody}.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class Wholeness implements ContainerRequestFilter {

    private static final List<Class<? extends Annotation>> ELSEWHERE = List.of(PathParam.class, QueryParam.class, BeanParam.class, FormParam.class, Context.class);

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        check(request.getUriInfo().getPathParameters());
        check(request.getUriInfo().getQueryParameters());
        if (!hasBody(request) && needsBody(resource.getResourceMethod())) {
            throw Refusal.field("", "a body is needed");
        }
    }

    private static void check(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> values.forEach(text -> Texts.check(name, text)));
    }

    /** WildFly says that there is none where only its content type was not told. */
    private static boolean hasBody(ContainerRequestContext request) {
        return request.hasEntity() || request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
    }

    private static boolean needsBody(Method method) {
        return method != null && Arrays.stream(method.getParameters()).anyMatch(parameter -> ELSEWHERE.stream().noneMatch(parameter::isAnnotationPresent));
    }
}
