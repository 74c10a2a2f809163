package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A behaviour that is said to be done has a test that carries its id. */
class CoversTest {

    private static final Path BEHAVIOURS = Path.of("src/test/resources/behaviours.txt");

    @Test
    void every_behaviour_that_is_done_has_a_test() throws IOException {
        Set<String> unproved = new TreeSet<>(done());
        unproved.removeAll(covered());
        assertTrue(unproved.isEmpty(), () -> "no test carries @Covers for " + unproved);
    }

    @Test
    void ids_are_written_as_the_list_of_behaviours_writes_them() throws IOException {
        Set<String> odd = covered();
        odd.addAll(done());
        odd.removeIf(id -> id.matches("S[0-4]\\.\\d\\d|B\\d\\d"));
        assertEquals(Set.of(), odd);
    }

    @Test
    void a_test_class_that_covers_something_has_a_test() {
        for (JavaClass type : tests()) {
            if (type.isAnnotatedWith(Covers.class)) {
                assertFalse(type.getMethods().stream().noneMatch(CoversTest::isATest), () -> type.getName() + " covers but tests nothing");
            }
        }
    }

    private static List<String> done() throws IOException {
        return Files.readAllLines(BEHAVIOURS).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    private static Set<String> covered() {
        Set<String> ids = new TreeSet<>();
        for (JavaClass type : tests()) {
            boolean hasTests = type.getMethods().stream().anyMatch(CoversTest::isATest);
            if (hasTests && type.isAnnotatedWith(Covers.class)) {
                ids.addAll(Arrays.asList(type.getAnnotationOfType(Covers.class).value()));
            }
            ids.addAll(type.getMethods().stream().filter(CoversTest::isATest).filter(method -> method.isAnnotatedWith(Covers.class))
                .flatMap(method -> Arrays.stream(method.getAnnotationOfType(Covers.class).value())).collect(Collectors.toSet()));
        }
        return ids;
    }

    /** {@code @Test}, or anything built on it, that somebody has not switched off. */
    private static boolean isATest(JavaMethod method) {
        boolean test = method.getAnnotations().stream()
            .anyMatch(annotation -> annotation.getRawType().getName().startsWith("org.junit.jupiter") && annotation.getRawType().getSimpleName().endsWith("Test")
                || annotation.getRawType().getSimpleName().equals("TestFactory"));
        return test && !method.isAnnotatedWith("org.junit.jupiter.api.Disabled") && !method.getOwner().isAnnotatedWith("org.junit.jupiter.api.Disabled");
    }

    private static Iterable<JavaClass> tests() {
        return new ClassFileImporter().withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("callward");
    }
}
