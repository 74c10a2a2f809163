package callward.api;

import callward.access.Role;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes OpenAPI 3.0 from resource classes: what they answer to, what they take, what they give back, and whom they let in. */
final class OpenApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode paths = JSON.objectNode();
    private final Schemas schemas = new Schemas();

    ObjectNode document(Collection<Class<?>> resources) {
        resources.forEach(this::add);
        ObjectNode document = JSON.objectNode().put("openapi", "3.0.3");
        document.putObject("info").put("title", "Callward").put("version", "1")
                .put("description", "Errors are RFC 9457 application/problem+json. Lists are asked for with page (from 0) and size, and say their total.");
        document.putArray("servers").addObject().put("url", "/api/v1");
        document.putArray("security").addObject().putArray("token");
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer");
        schemas.of(Problem.class);
        components.set("schemas", schemas.named());
        return document;
    }

    private void add(Class<?> resource) {
        Arrays.stream(resource.getMethods()).filter(method -> !method.isBridge()).sorted(Comparator.comparing(Method::toString))
                .forEach(method -> verb(method).ifPresent(verb -> add(resource, method, verb)));
    }

    private void add(Class<?> resource, Method method, String verb) {
        String path = ("/" + said(resource.getAnnotation(Path.class)) + "/" + said(method.getAnnotation(Path.class)))
                .replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
        ObjectNode operation = paths.withObjectProperty(path).putObject(verb);
        operation.put("operationId", resource.getSimpleName().replaceFirst("Resource$", "") + "." + method.getName());
        operation.put("summary", words(method.getName()));
        operation.putArray("tags").add(said(resource.getAnnotation(Path.class)).replaceFirst("^/", "").replaceFirst("/.*", ""));
        access(operation, resource, method);
        Arrays.stream(method.getParameters()).forEach(parameter -> input(operation, resource, method, parameter));
        answers(operation, resource, method);
    }

    private static void access(ObjectNode operation, Class<?> resource, Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            operation.putArray("security");
            return;
        }
        Optional<Role> role = Allowed.Needs.of(resource, method);
        operation.put("description", role.map(least -> "Needs the role " + least + " or a higher one.").orElse("Shut to everybody."));
    }

    private void input(ObjectNode operation, Class<?> resource, Method method, Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            for (Field field : parameter.getType().getDeclaredFields()) {
                parameter(operation, field, field.getGenericType());
            }
        } else if (parameter.isAnnotationPresent(FormParam.class)) {
            body(operation, resource, method, Object.class);
        } else if (!parameter(operation, parameter, parameter.getParameterizedType()) && !parameter.isAnnotationPresent(Context.class)) {
            body(operation, resource, method, parameter.getParameterizedType());
        }
    }

    private boolean parameter(ObjectNode operation, AnnotatedElement element, Type type) {
        PathParam path = element.getAnnotation(PathParam.class);
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (path == null && query == null) {
            return false;
        }
        ObjectNode parameter = ((ArrayNode) operation.withArrayProperty("parameters")).addObject();
        parameter.put("name", path != null ? path.value() : query.value()).put("in", path != null ? "path" : "query").put("required", path != null);
        parameter.set("schema", schemas.of(type));
        return true;
    }

    private void body(ObjectNode operation, Class<?> resource, Method method, Type type) {
        ObjectNode body = operation.withObjectProperty("requestBody").put("required", true);
        Consumes consumes = nearest(resource, method, Consumes.class);
        ObjectNode content = body.withObjectProperty("content");
        List<String> kinds = consumes == null ? List.of(MediaType.APPLICATION_JSON) : List.of(consumes.value());
        kinds.forEach(kind -> content.withObjectProperty(kind).set("schema", schemas.of(type)));
    }

    private void answers(ObjectNode operation, Class<?> resource, Method method) {
        ObjectNode answers = operation.putObject("responses");
        if (method.getReturnType() == void.class) {
            answers.putObject("204").put("description", "Done.");
        } else {
            ObjectNode content = answers.putObject("200").put("description", "Done.").putObject("content");
            Produces produces = nearest(resource, method, Produces.class);
            List<String> kinds = produces == null ? List.of(MediaType.APPLICATION_JSON) : List.of(produces.value());
            Type type = Response.class.isAssignableFrom(method.getReturnType()) ? Object.class : method.getGenericReturnType();
            kinds.forEach(kind -> content.putObject(kind).set("schema", schemas.of(type)));
        }
        answers.putObject("default").put("description", "What went wrong.").putObject("content").putObject(Problem.MEDIA_TYPE)
                .set("schema", schemas.of(Problem.class));
    }

    private static <A extends Annotation> A nearest(Class<?> resource, Method method, Class<A> annotation) {
        A said = method.getAnnotation(annotation);
        return said != null ? said : resource.getAnnotation(annotation);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null).map(found -> found.value().toLowerCase(Locale.ROOT)).findFirst();
    }

    private static String said(Path path) {
        return path == null ? "" : path.value();
    }

    /** {@code whoAmI} → "Who am i". */
    private static String words(String methodName) {
        String spaced = methodName.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
