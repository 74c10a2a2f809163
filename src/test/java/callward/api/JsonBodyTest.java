package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.Role;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {

    record Step(String id, int seconds, boolean speech) { }

    record Draft(String name, Role role, Instant at, LocalDate day, List<Step> steps) { }

    private final JsonBody body = new JsonBody();

    @Test
    void records_come_in_and_go_out() throws IOException {
        Draft draft = new Draft("Day", Role.AGENT, Instant.parse("2026-11-21T09:00:00Z"), LocalDate.parse("2026-11-21"), List.of(new Step("menu", 5, true)));
        String json = "{\"name\":\"Day\",\"role\":\"AGENT\",\"at\":\"2026-11-21T09:00:00Z\",\"day\":\"2026-11-21\",\"steps\":[{\"id\":\"menu\",\"seconds\":5,\"speech\":true}]}";
        assertEquals(draft, read(json));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(draft, Draft.class, Draft.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE, null, out);
        assertEquals(json, out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"nam\":\"Day\"}                          | nam              | is not known here, known are at, day, name, role, steps",
        "{\"steps\":[{\"id\":\"a\",\"seconds\":1,\"speech\":true},{\"id\":\"b\",\"seconds\":1,\"speech\":true,\"colour\":1}]} | steps[1].colour | is not known here, known are id, seconds, speech",
        "{\"steps\":[{\"seconds\":\"five\"}]}       | steps[0].seconds | should be a whole number",
        "{\"steps\":[{\"seconds\":\"5\"}]}          | steps[0].seconds | should be a whole number",
        "{\"steps\":[{\"seconds\":null}]}           | steps[0].seconds | should be a whole number",
        "{\"steps\":[{\"speech\":\"yes\"}]}         | steps[0].speech  | should be true or false",
        "{\"steps\":{}}                             | steps            | should be a list",
        "{\"role\":\"KING\"}                        | role             | should be one of AGENT, SUPERVISOR, ADMIN",
        "{\"at\":\"tomorrow\"}                      | at               | should be a time as in 2026-11-21T09:00:00Z",
        "{\"name\":\"a\\u0000b\"}                | name             | has a character that no text can have: U+0000, or half of one that takes two",
        "{\"steps\":[{\"id\":\"a\",\"seconds\":1,\"speech\":true},{\"id\":\"\\ud800\"}]} | steps[1].id | has a character that no text can have: U+0000, or half of one that takes two",
        "{\"steps\":[{\"\\u0000\":1}]}             | steps[0]         | has a character that no text can have: U+0000, or half of one that takes two",
        "{\"at\":\"+1000000000-12-31T23:59:59Z\"}   | at               | should be between 1900 and 2200",
        "{\"at\":\"1899-12-31T23:59:59Z\"}          | at               | should be between 1900 and 2200",
        "{\"day\":\"+999999999-12-31\"}             | day              | should be between 1900 and 2200",
        "{\"name\":{}}                              | name             | should be a text"})
    void what_will_not_do_is_said_by_the_fields_name(String json, String field, String message) {
        Problem problem = refused(json);
        assertEquals(400, problem.status());
        assertEquals(List.of(new Problem.Field(field, message)), problem.errors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"name\":", "[1,2", "{} {}", "hello", "``", "null", "{\"name\":\"\u0001\"}"})
    void what_is_not_json_is_refused_without_a_word_about_our_classes(String json) {
        Problem problem = refused(json);
        assertEquals(400, problem.status());
        assertFalse((problem.detail() + problem.errors()).matches("(?s).*(callward|jackson|java\\.).*"), problem.detail());
    }

    @Test
    void a_backslash_before_the_letter_is_a_text_like_any_other() throws IOException {
        assertEquals("\\u0000 \uD83D\uDE00", ((Draft) read("{\"name\":\"\\\\u0000 \\ud83d\\ude00\"}")).name());
    }

    @Test
    void a_body_without_end_is_too_large() {
        assertEquals(413, refused("{\"name\":\"" + "x".repeat(JsonBody.LARGEST) + "\"}").status());
    }

    @Test
    void a_tower_of_brackets_is_refused() {
        assertEquals(400, refused("{\"steps\":" + "[".repeat(100_000)).status());
    }

    @Test
    void what_is_not_ours_to_write_is_left_to_the_server() {
        assertFalse(body.isWriteable(byte[].class, byte[].class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE));
        assertFalse(body.isWriteable(String.class, String.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE));
        assertTrue(body.isWriteable(Draft.class, Draft.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE));
    }

    private Problem refused(String json) {
        return assertThrows(Refusal.class, () -> read(json)).problem();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object read(String json) throws IOException {
        return body.readFrom((Class) Draft.class, Draft.class, new Annotation[0], MediaType.APPLICATION_JSON_TYPE, null,
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
