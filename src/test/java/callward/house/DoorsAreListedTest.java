package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callward.access.Doors;
import callward.api.Allowed;
import callward.api.ApiResource;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever builds a door says in {@code roles.tsv} for whom: a second time, so that nobody opens one by mistake. {@code EveryDoorIT} tries each. */
class DoorsAreListedTest {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("callward");
    private static final List<Door> TABLE = Door.all();

    @Test
    void every_method_of_the_api_is_listed_with_its_role() {
        Stream<String> built = types(type -> type.isAnnotationPresent(ApiResource.class)).flatMap(type -> methods(type, "/api/v1")
                .map(method -> method.line() + " " + least(type, method.method())));
        assertSame(built, Door.Kind.REST);
    }

    @Test
    void every_page_is_listed_with_its_role() {
        assertSame(WebPages.names().stream().map(name -> {
            String path = WebPages.path(name);
            return "GET " + path + " " + (Doors.open(path) ? "STRANGER" : Doors.needed(path));
        }), Door.Kind.PAGE);
    }

    @Test
    void every_other_door_is_listed() {
        Stream<String> servlets = types(type -> type.isAnnotationPresent(WebServlet.class)).flatMap(type -> {
            WebServlet said = type.getAnnotation(WebServlet.class);
            return Stream.concat(Arrays.stream(said.value()), Arrays.stream(said.urlPatterns())).map(path -> path.replace("*", "{rest}"));
        });
        Stream<String> sockets = types(type -> type.isAnnotationPresent(ServerEndpoint.class)).map(type -> type.getAnnotation(ServerEndpoint.class).value());
        Stream<String> listed = TABLE.stream().filter(door -> door.kind() == Door.Kind.OTHER).map(Door::toString);
        Stream<String> resources = types(type -> type.isAnnotationPresent(ApplicationPath.class))
                .filter(type -> !type.getAnnotation(ApplicationPath.class).value().equals("/api/v1"))
                .flatMap(type -> ofApplication(type).stream().flatMap(resource -> methods(resource, type.getAnnotation(ApplicationPath.class).value())))
                .map(Answering::line);
        assertSame(Stream.of(servlets.map("GET "::concat), sockets.map("GET "::concat), resources).flatMap(any -> any), listed);
    }

    /** A method that answers, and to what. */
    private record Answering(Method method, String line) { }

    private static void assertSame(Stream<String> built, Door.Kind kind) {
        assertSame(built, TABLE.stream().filter(door -> door.kind() == kind).map(door -> door + " " + door.least()));
    }

    private static void assertSame(Stream<String> built, Stream<String> listed) {
        Set<String> missing = new TreeSet<>(built.toList());
        Set<String> stale = new TreeSet<>(listed.toList());
        Set<String> both = new TreeSet<>(missing);
        both.retainAll(stale);
        missing.removeAll(both);
        stale.removeAll(both);
        assertEquals(Set.of(), missing, "in the code, and not in roles.tsv");
        assertEquals(Set.of(), stale, "in roles.tsv, and not in the code");
        assertFalse(both.isEmpty());
    }

    private static Stream<Class<?>> types(Predicate<Class<?>> wanted) {
        return HOUSE.stream().filter(type -> !type.isAnnotation()).<Class<?>>map(JavaClass::reflect).filter(wanted);
    }

    private static Stream<Answering> methods(Class<?> type, String below) {
        return Arrays.stream(type.getMethods()).filter(method -> !method.isBridge()).flatMap(method -> verbs(method).map(verb ->
                new Answering(method, verb + " " + tidy(below + "/" + said(type.getAnnotation(Path.class)) + "/" + said(method.getAnnotation(Path.class))))));
    }

    /** Of the method itself, or of what it leads to. */
    private static Stream<String> verbs(Method method) {
        Optional<String> own = verb(method);
        return own.isPresent() || !method.isAnnotationPresent(Path.class) ? own.stream()
                : Arrays.stream(method.getReturnType().getMethods()).flatMap(led -> verb(led).stream());
    }

    private static Collection<Class<?>> ofApplication(Class<?> type) {
        try {
            return ((Application) type.getDeclaredConstructor().newInstance()).getClasses();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations()).map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null).map(HttpMethod::value).findFirst();
    }

    private static String least(Class<?> type, Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return "STRANGER";
        }
        Allowed said = method.getAnnotation(Allowed.class);
        Allowed allowed = said != null ? said : type.getAnnotation(Allowed.class);
        return allowed == null ? "NOBODY" : allowed.value().name();
    }

    private static String said(Path path) {
        return path == null ? "" : path.value();
    }

    /** Without the patterns of parameters: {@code {id: [0-9]{1,18}}} → {@code {id}}. */
    private static String tidy(String path) {
        return path.replaceAll("/+", "/").replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^{}]*})*}", "{$1}").replaceAll("(?<=.)/$", "");
    }
}
