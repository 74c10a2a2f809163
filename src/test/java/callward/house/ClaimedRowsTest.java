package callward.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever passes over what others have locked, and changes the rest, chooses it first: {@code with due as materialized (select … for update skip locked)}. A
 * subselect in the {@code where} may be asked more than once, and finds others each time.
 */
class ClaimedRowsTest {

    private static final Pattern STATEMENT = Pattern.compile("\"\"\"(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern CHANGES = Pattern.compile("\\b(update|delete from) callward\\.");

    @Test
    void are_chosen_before_they_are_changed() throws IOException {
        List<String> claims = claims();
        assertTrue(claims.size() >= 8, () -> "only " + claims.size());
        assertEquals(List.of(), claims.stream().filter(claim -> !isChosenFirst(claim)).toList());
    }

    private static boolean isChosenFirst(String claim) {
        Matcher change = CHANGES.matcher(claim);
        return claim.strip().matches("(?s)with \\w+ as materialized \\(.*") && change.find() && claim.indexOf("skip locked") < change.start();
    }

    private static List<String> claims() throws IOException {
        List<String> claims = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/callward"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher statement = STATEMENT.matcher(Files.readString(file));
                while (statement.find()) {
                    String sql = statement.group(1);
                    if (sql.contains("skip locked") && CHANGES.matcher(sql).find()) {
                        claims.add(sql);
                    }
                }
            }
        }
        return claims;
    }
}
