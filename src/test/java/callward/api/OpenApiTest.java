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
import java.util.stream.Stream;
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
        @Created
        public Widget make(Widget widget) {
            return widget;
        }

        @DELETE
        @Path("{id: [0-9]{1,18}}")
        @Allowed(Role.ADMIN)
        public void drop(@PathParam("id") long id) { }
    }

    private final JsonNode document = new OpenApi(Javadoc.of(Stream.of(
            "callward.api.OpenApiTest$WidgetsResource#list\tList widgets. The newest first.", "callward.api.OpenApiTest$WidgetsResource#list#text\tpart of a name",
            "callward.api.OpenApiTest$Widget#name\twhat people call it; null for none", "callward.api.OpenApiTest$Widget#colour\tleft out: none")))
            .document(List.of(WidgetsResource.class), "/api/v1");

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
        assertEquals("#/components/schemas/Colour", document.at("/components/schemas/Widget/properties/colour/anyOf/0/$ref").asText());
        assertEquals(List.of("#/components/schemas/Plain", "#/components/schemas/Mixed"), document.at("/components/schemas/Colour/oneOf").findValuesAsText("$ref"));
        assertEquals("#/components/schemas/Mixed", document.at("/components/schemas/Colour/discriminator/mapping/mixed").asText());
        assertEquals("plain", document.at("/components/schemas/Plain/properties/kind/enum/0").asText());
        assertEquals("#/components/schemas/Colour", document.at("/components/schemas/Mixed/properties/of/items/$ref").asText());
    }

    @Test
    void the_nearest_role_is_the_one_that_counts() {
        assertEquals("[{\"token\":[\"SUPERVISOR\"]}]", document.at("/paths/~1widgets/get/security").toString());
        assertEquals("[{\"token\":[\"ADMIN\"]}]", document.at("/paths/~1widgets~1{id}/delete/security").toString());
    }

    @Test
    void words_come_from_the_javadoc() {
        JsonNode list = document.at("/paths/~1widgets/get");
        assertEquals("List widgets", list.get("summary").asText());
        assertEquals("The newest first.", list.get("description").asText());
        assertEquals("part of a name", list.at("/parameters/0/description").asText());
        assertEquals("what people call it; null for none", document.at("/components/schemas/Widget/properties/name/description").asText());
    }

    @Test
    void what_may_be_null_is_not_required() {
        JsonNode widget = document.at("/components/schemas/Widget");
        assertEquals("[\"string\",\"null\"]", widget.at("/properties/name/type").toString());
        assertEquals("null", widget.at("/properties/colour/anyOf/1/type").asText());
        assertEquals("[\"id\",\"madeAt\",\"parts\",\"within\",\"role\"]", widget.get("required").toString());
    }

    @Test
    void what_is_made_answers_201() {
        assertTrue(document.at("/paths/~1widgets/post/responses").has("201"));
    }
}
