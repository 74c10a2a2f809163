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
 * Faces sends a row's place, not what stands in it. A bean that reads its rows again for each request may find another one there: such a row's
 * button is a plain {@code <button>} that sends the row's own key.
 */
class RowButtonsTest {

    private static final Pattern REPEAT = Pattern.compile("<(/?)ui:repeat\\b[^>]*>|<[ph]:command(?:Button|Link)\\b[^>]*\\baction(?:Listener)?=\"#\\{(\\w+)\\.[^>]*>");

    @Test
    void a_row_whose_bean_reads_it_again_names_itself() throws IOException {
        List<String> placed = new ArrayList<>();
        for (Path page : WebPages.files()) {
            for (String bean : beansOfRowButtons(Files.readString(page))) {
                if (source(bean).contains("@RequestScoped")) {
                    placed.add(page.getFileName() + " " + bean);
                }
            }
        }
        assertEquals(List.of(), placed);
    }

    @Test
    void a_button_below_the_rows_is_none_of_theirs() {
        assertEquals(List.of("one"), beansOfRowButtons("""
                <ui:repeat value="#{one.rows}" var="row"><ui:repeat value="#{row}"></ui:repeat><p:commandButton id="x" action="#{one.end(row)}"/></ui:repeat>
                <p:commandButton action="#{two.save}"/>"""));
    }

    private static List<String> beansOfRowButtons(String page) {
        List<String> beans = new ArrayList<>();
        int depth = 0;
        for (Matcher tag = REPEAT.matcher(page); tag.find();) {
            if (tag.group(2) == null) {
                depth += tag.group(1).isEmpty() ? 1 : -1;
            } else if (depth > 0) {
                beans.add(tag.group(2));
            }
        }
        return beans;
    }

    private static String source(String bean) throws IOException {
        String file = Character.toUpperCase(bean.charAt(0)) + bean.substring(1) + ".java";
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> found = files.filter(path -> path.endsWith(file)).toList();
            assertTrue(found.size() == 1, bean + " is declared in " + found);
            return Files.readString(found.getFirst());
        }
    }
}
