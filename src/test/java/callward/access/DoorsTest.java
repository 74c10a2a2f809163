package callward.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in.xhtml", "/set-up", "/set-up.xhtml", "/jakarta.faces.resource/desk.js.xhtml",
        "/resources/callward/desk.js", "/twilio/voice", "/media/abc.wav", "/health/live", "/metrics", "/api/v1/calls",
        "/simulator/carrier/2010-04-01/Accounts.json", "/desk/socket"})
    void strangers_pass_where_others_keep_the_door(String path) {
        assertTrue(Doors.open(path), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.xhtml", "/desk", "/desk/index.xhtml", "/settings", "/simulator", "/simulator/index.xhtml", "/sign-inx",
        "/twilio", "/apix", "/desk/socketx"})
    void every_page_is_shut_to_strangers(String path) {
        assertFalse(Doors.open(path), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/resources/../settings", "/twilio//../settings", "/api/;/settings", "/resources/.\\settings", "/resources/./x", "resources/x",
        "/resources/a\nb"})
    void a_path_that_could_mean_two_things_opens_nothing(String path) {
        assertFalse(Doors.open(path), path);
        assertEquals(Role.ADMIN, Doors.needed(path), path);
    }

    @ParameterizedTest
    @CsvSource({"/,AGENT", "/index.xhtml,AGENT", "/desk,AGENT", "/desk/,AGENT", "/desk/index.xhtml,AGENT", "/calls/call.xhtml,AGENT", "/voicemail,AGENT",
        "/greetings,SUPERVISOR", "/destinations/index.xhtml,SUPERVISOR", "/settings,ADMIN", "/settings/index.xhtml,ADMIN"})
    void each_room_of_pages_needs_its_role(String path, Role role) {
        assertEquals(role, Doors.needed(path), path);
    }

    @Test
    void a_page_nobody_thought_of_is_for_administrators() {
        assertEquals(Role.ADMIN, Doors.needed("/brand/new.xhtml"));
    }
}
