package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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

    record Widget(long id, String name, Instant madeAt, Map<String, Integer> parts, List<Widget> within, Role role, Colour colour) { }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Plain.class, name = "plain"), @JsonSubTypes.Type(value = Mixed.class, name = "mixed")})
    interface Colour { }

    record Plain(String name) implements Colour { }

    record Mixed(List<Colour> of) implements Colour { }

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
    void a_type_that_is_one_of_several_says_how_they_are_told_apart() {
        assertEquals("#/components/schemas/Colour", document.at("/components/schemas/Widget/properties/colour/$ref").asText());
        assertEquals(List.of("#/components/schemas/Plain", "#/components/schemas/Mixed"), document.at("/components/schemas/Colour/oneOf").findValuesAsText("$ref"));
        assertEquals("#/components/schemas/Mixed", document.at("/components/schemas/Colour/discriminator/mapping/mixed").asText());
        assertEquals("plain", document.at("/components/schemas/Plain/properties/kind/enum/0").asText());
        assertEquals("#/components/schemas/Colour", document.at("/components/schemas/Mixed/properties/of/items/$ref").asText());
    }

    @Test
    void the_nearest_role_is_the_one_that_counts() {
        assertTrue(document.at("/paths/~1widgets/get/description").asText().contains("SUPERVISOR"));
        assertTrue(document.at("/paths/~1widgets~1{id}/delete/description").asText().contains("ADMIN"));
    }
}
