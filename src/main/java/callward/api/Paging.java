package callward.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.ws.rs.QueryParam;

/** Which part of a list is asked for, as {@code @BeanParam}: {@code ?page=} from 0, {@code ?size=} 1 to 200, usually 50. */
public class Paging {

    static final int USUAL = 50;
    static final int LARGEST = 200;
    private static final int LAST = 1_000_000;

    /** Texts, because JAX-RS answers a number that is none with "not found". */
    @QueryParam("page")
    String page;
    @QueryParam("size")
    String size;

    public int page() {
        return number("page", page, 0, 0, LAST);
    }

    public int size() {
        return number("size", size, USUAL, 1, LARGEST);
    }

    /** In OpenAPI's words. */
    static void describe(ArrayNode parameters) {
        describe(parameters, "page", "which part of the list, from 0", 0, 0, LAST);
        describe(parameters, "size", "how many a part has at most", USUAL, 1, LARGEST);
    }

    private static void describe(ArrayNode parameters, String name, String text, int usual, int least, int most) {
        parameters.addObject().put("name", name).put("in", "query").put("description", text).put("required", false)
                .putObject("schema").put("type", "integer").put("format", "int32").put("default", usual).put("minimum", least).put("maximum", most);
    }

    private static int number(String name, String text, int usual, int least, int most) {
        if (text == null || text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw Refusal.field(name, "should be a whole number from " + least + " to " + most);
    }
}
