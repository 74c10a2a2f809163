package callward.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cuts lists into pages the way the carrier does. */
final class RestPages {

    private static final int USUAL_SIZE = 50;
    private static final int MOST = 1000;

    private RestPages() {
    }

    static <T> RestAnswer of(RestRequest request, String name, List<T> all, Function<T, Map<String, Object>> json) {
        int size = Math.clamp(number(request.query().get("PageSize"), USUAL_SIZE), 1, MOST);
        int page = Math.max(0, number(request.query().get("Page"), 0));
        var part = all.stream().skip((long) page * size).limit(size).map(json).toList();
        boolean more = all.size() > (page + 1) * size;
        var answer = new LinkedHashMap<String, Object>();
        answer.put(name, part);
        answer.put("page", page);
        answer.put("page_size", size);
        answer.put("start", page * size);
        answer.put("end", page * size + Math.max(0, part.size() - 1));
        answer.put("uri", uri(request, page, size));
        answer.put("first_page_uri", uri(request, 0, size));
        answer.put("next_page_uri", more ? uri(request, page + 1, size) : null);
        answer.put("previous_page_uri", page > 0 ? uri(request, page - 1, size) : null);
        return RestAnswer.json(200, answer);
    }

    private static String uri(RestRequest request, int page, int size) {
        return request.path() + "?" + Fields.none().addAll(request.query()).set("PageSize", size).set("Page", page).encode();
    }

    private static int number(String text, int otherwise) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }
}
