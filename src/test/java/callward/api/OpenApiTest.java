package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    record Widget(long id, String name, Instant madeAt, Map<String, Integer> parts, List<Widget> within, Role role) { }

    @Path("widgets")
    @Allowed(Role.SUPERVISOR)
    static class WidgetsResource {

        @GET
        public Page<Widget> list(@QueryParam("text") String text, @BeanParam Paging paging) {
            return new Page<>(List.of(), 0, paging.page(), paging.size());
        }

        @POST
        public Widget make(Widget widget) {
            return widget;
        }

        @DELETE
        @Path("{id: [0-9]+}")
        @Allowed(Role.ADMIN)
        public void drop(@PathParam("id") long id) { }
    }

    private final JsonNode document = new OpenApi().document(List.of(WidgetsResource.class));

    @Test
    void each_method_is_there_with_its_parameters() {
        JsonNode list = document.at("/paths/~1widgets/get");
        assertEquals(List.of("text", "page", "size"), list.get("parameters").findValuesAsText("name"));
        assertEquals("id", document.at("/paths/~1widgets~1{id}/delete/parameters/0/name").asText());
        assertTrue(document.at("/paths/~1widgets~1{id}/delete/responses").has("204"));
    }

    @Test
    void answers_and_bodies_are_described_once_by_name() {
        assertEquals("#/components/schemas/PageOfWidget",
                document.at("/paths/~1widgets/get/responses/200/content/application~1json/schema/$ref").asText());
        assertEquals("#/components/schemas/Widget", document.at("/paths/~1widgets/post/requestBody/content/application~1json/schema/$ref").asText());
        assertEquals("#/components/schemas/Widget", document.at("/components/schemas/PageOfWidget/properties/items/items/$ref").asText());
    }

    @Test
    void a_type_that_holds_itself_is_no_trouble() {
        JsonNode widget = document.at("/components/schemas/Widget/properties");
        assertEquals("#/components/schemas/Widget", widget.at("/within/items/$ref").asText());
        assertEquals("date-time", widget.at("/madeAt/format").asText());
        assertEquals("integer", widget.at("/parts/additionalProperties/type").asText());
        assertEquals("[\"AGENT\",\"SUPERVISOR\",\"ADMIN\"]", widget.at("/role/enum").toString());
    }

    @Test
    void the_nearest_role_is_the_one_that_counts() {
        assertTrue(document.at("/paths/~1widgets/get/description").asText().contains("SUPERVISOR"));
        assertTrue(document.at("/paths/~1widgets~1{id}/delete/description").asText().contains("ADMIN"));
    }
}
