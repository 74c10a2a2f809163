package callward.api;

import callward.access.Role;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
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
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes OpenAPI 3.1 from resource classes: what they answer to, what they take, what they give back, whom they let in, and what their Javadoc says. */
final class OpenApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PROBLEMS = """
            Any other refusal, as RFC 9457 has it: 400 a field will not do (it is named), 404 there is no such thing, 409 it is not in a state that \
            allows this, 413 or 415 the body will not do, 502 the carrier refused, 503 the carrier or another system was not reached.""";

    private final ObjectNode paths = JSON.objectNode();
    private final SortedMap<String, String> tags = new TreeMap<>();
    private final Javadoc javadoc;
    private final Schemas schemas;

    OpenApi(Javadoc javadoc) {
        this.javadoc = javadoc;
        this.schemas = new Schemas(javadoc);
        schemas.of(Problem.class); // first, so that it has its names whatever comes
    }

    /** @param base path of the API on its server */
    ObjectNode document(Collection<Class<?>> resources, String base) {
        resources.stream().sorted(Comparator.comparing(Class::getName)).forEach(this::add);
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.1");
        document.putObject("info").put("title", "Callward").put("version", "1")
                .put("description", "A phone desk on a company's own carrier account. Errors are RFC 9457 `application/problem+json`, in the language of "
                        + "`Accept-Language` where we speak it, else in English. Lists are asked for with `page` "
                        + "(from 0) and `size`, and say their total. Instants are ISO 8601 in UTC, telephone numbers E.164. A program signs in with a token, a page "
                        + "of Callward by its session; then what changes something needs the header `X-Callward: 1`.")
                .putObject("license").put("name", "Apache License 2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", base);
        document.putArray("security").addObject().putArray("token");
        ArrayNode parts = document.putArray("tags");
        tags.forEach((name, text) -> parts.addObject().put("name", name).put("description", text));
        document.set("paths", paths);
        ObjectNode components = document.putObject("components");
        components.putObject("securitySchemes").putObject("token").put("type", "http").put("scheme", "bearer")
                .put("description", "Made by people under Account, Tokens; the role named with it is the least that an operation needs.");
        ObjectNode refusals = components.putObject("responses");
        refusal(refusals, "SignIn", "The token or the session is not known.");
        refusal(refusals, "Forbidden", "The role does not allow this.");
        refusal(refusals, "Problem", PROBLEMS);
        components.set("schemas", schemas.named());
        return document;
    }

    private void refusal(ObjectNode refusals, String name, String text) {
        refusals.putObject(name).put("description", text).putObject("content").putObject(Problem.MEDIA_TYPE).set("schema", schemas.of(Problem.class));
    }

    private void add(Class<?> resource) {
        String tag = tag(resource);
        if (!tags.containsKey(tag) || said(resource.getAnnotation(Path.class)).equals(tag)) {
            tags.put(tag, javadoc.of(resource).orElse(""));
        }
        Arrays.stream(resource.getMethods()).filter(method -> !method.isBridge()).sorted(Comparator.comparing(Method::toString))
                .forEach(method -> verb(method).ifPresent(verb -> add(resource, method, verb)));
    }

    private void add(Class<?> resource, Method method, String verb) {
        String path = ("/" + said(resource.getAnnotation(Path.class)) + "/" + said(method.getAnnotation(Path.class)))
                .replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}");
        ObjectNode operation = paths.withObjectProperty(path).putObject(verb);
        operation.putArray("tags").add(tag(resource));
        operation.put("operationId", resource.getSimpleName().replaceFirst("Resource$", "") + "." + method.getName());
        javadoc.summary(method).ifPresent(text -> operation.put("summary", text));
        javadoc.details(method).ifPresent(text -> operation.put("description", text));
        Optional<Role> role = method.isAnnotationPresent(PermitAll.class) ? Optional.empty() : Allowed.Needs.of(resource, method);
        role.ifPresentOrElse(least -> operation.putArray("security").addObject().putArray("token").add(least.name()), () -> operation.putArray("security"));
        Arrays.stream(method.getParameters()).forEach(parameter -> input(operation, resource, method, parameter));
        answers(operation, resource, method);
        role.ifPresent(least -> answer(operation, "401", "SignIn"));
        role.ifPresent(least -> answer(operation, "403", "Forbidden"));
        answer(operation, "default", "Problem");
    }

    private void input(ObjectNode operation, Class<?> resource, Method method, Parameter parameter) {
        if (parameter.getType() == Paging.class) {
            Paging.describe(operation.withArrayProperty("parameters"));
        } else if (parameter.isAnnotationPresent(FormParam.class)) {
            body(operation, resource, method, Object.class);
        } else if (!isParameter(operation, method, parameter) && !parameter.isAnnotationPresent(Context.class)) {
            body(operation, resource, method, parameter.getParameterizedType());
        }
    }

    private boolean isParameter(ObjectNode operation, Method method, Parameter element) {
        PathParam path = element.getAnnotation(PathParam.class);
        QueryParam query = element.getAnnotation(QueryParam.class);
        if (path == null && query == null) {
            return false;
        }
        ObjectNode parameter = operation.withArrayProperty("parameters").addObject();
        parameter.put("name", path != null ? path.value() : query.value()).put("in", path != null ? "path" : "query");
        javadoc.parameter(method, element.getName()).ifPresent(text -> parameter.put("description", text));
        parameter.put("required", path != null).set("schema", schemas.of(element.getParameterizedType()));
        return true;
    }

    private void body(ObjectNode operation, Class<?> resource, Method method, Type type) {
        ObjectNode body = operation.withObjectProperty("requestBody").put("required", true);
        ObjectNode content = body.withObjectProperty("content");
        Consumes consumes = nearest(resource, method, Consumes.class);
        kinds(consumes == null ? null : consumes.value()).forEach(kind -> content.withObjectProperty(kind).set("schema", schemas.of(type)));
    }

    private void answers(ObjectNode operation, Class<?> resource, Method method) {
        ObjectNode answers = operation.putObject("responses");
        if (method.getReturnType() == void.class) {
            answers.putObject("204").put("description", "Done; there is nothing to say.");
            return;
        }
        boolean made = method.isAnnotationPresent(Created.class);
        ObjectNode content = answers.putObject(made ? "201" : "200").put("description", made ? "Made." : "Done.").putObject("content");
        Produces produces = nearest(resource, method, Produces.class);
        boolean raw = Response.class.isAssignableFrom(method.getReturnType()); // a file: what is JSON is a record
        kinds(produces == null ? null : produces.value()).stream().filter(kind -> !raw || !kind.equals(MediaType.APPLICATION_JSON))
                .forEach(kind -> content.putObject(kind).set("schema", schemas.of(raw ? byte[].class : method.getGenericReturnType())));
    }

    private static void answer(ObjectNode operation, String status, String name) {
        operation.withObjectProperty("responses").putObject(status).put("$ref", "#/components/responses/" + name);
    }

    private static List<String> kinds(String[] said) {
        return said == null ? List.of(MediaType.APPLICATION_JSON) : List.of(said);
    }

    private static <A extends Annotation> A nearest(Class<?> resource, Method method, Class<A> annotation) {
        A said = method.getAnnotation(annotation);
        return said != null ? said : resource.getAnnotation(annotation);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null).map(found -> found.value().toLowerCase(Locale.ROOT)).findFirst();
    }

    private static String tag(Class<?> resource) {
        return said(resource.getAnnotation(Path.class)).replaceFirst("^/", "").replaceFirst("/.*", "");
    }

    private static String said(Path path) {
        return path == null ? "" : path.value();
    }
}
