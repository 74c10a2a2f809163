package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The plan and the house agree: every class stands in a room that is drawn, every room that is drawn is built. */
class FloorPlanTest {

    private static final Path PLAN = Path.of("docs/house.puml");
    private static final Pattern ROOM = Pattern.compile("<<callward\\.(\\w+)\\.\\.>>");
    private static final JavaClasses HOUSE =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("callward");

    @Test
    void every_class_stands_in_a_room_and_no_room_is_empty() throws IOException {
        assertEquals(drawn(), built());
    }

    @Test
    void a_room_has_no_smaller_rooms() {
        Set<String> deeper = HOUSE.stream().map(JavaClass::getPackageName).filter(name -> name.split("\\.").length > 2).collect(Collectors.toSet());
        assertTrue(deeper.isEmpty(), () -> "no sub-packages inside rooms: " + deeper);
    }

    private static Set<String> drawn() throws IOException {
        return ROOM.matcher(Files.readString(PLAN)).results().map(found -> "callward." + found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> built() {
        return HOUSE.stream().filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }
}
