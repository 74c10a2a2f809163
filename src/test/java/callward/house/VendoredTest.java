package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The browser libraries that we ship are the ones that are listed, whole, with their licence, and fit for our content policy. */
class VendoredTest {

    private static final Path LIST = Path.of("src/vendor/vendored.tsv");
    private static final Path HERE = Path.of("src/main/webapp/resources/vendor");
    private static final Pattern FORBIDDEN = Pattern.compile("\\bnew Function\\b|(?<![\\w$.])eval\\(|sourceMappingURL|(?:^|[;}\\s])import\\s*[\\w{*\"']");

    @Test
    void every_file_is_listed_and_every_listed_file_is_here() throws IOException {
        Set<String> listed = listed().map(row -> row[3]).collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(listed().map(row -> Path.of(row[3]).resolveSibling("LICENSE").toString()).toList());
        try (Stream<Path> files = Files.walk(HERE)) {
            assertEquals(listed, files.filter(Files::isRegularFile).map(file -> HERE.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void every_library_says_its_version_and_licence() throws IOException {
        List<String> odd = listed().filter(row -> row.length != 5 || !row[1].matches("\\d+\\.\\d+\\.\\d+") || row[4].isBlank()).map(row -> row[0]).toList();
        assertEquals(List.of(), odd);
    }

    @Test
    void none_needs_more_than_our_content_policy_allows_nor_another_file() throws IOException {
        for (String[] row : listed().toList()) {
            var found = FORBIDDEN.matcher(Files.readString(HERE.resolve(row[3])));
            assertTrue(!found.find(), () -> row[0] + " holds " + found.group());
        }
    }

    private static Stream<String[]> listed() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\t"));
    }
}
