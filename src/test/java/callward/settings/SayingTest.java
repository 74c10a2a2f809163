package callward.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SayingTest {

    @Test
    void strangers_are_told_what_is_wrong_but_no_path_and_no_address() {
        assertEquals("The data folder … (CALLWARD_DATA_DIR) cannot be written: see its owner and the disk.",
                Saying.of("state.sound.unwritable", "/srv/callward/data").bare().inEnglish());
        assertEquals("… does not reach us: nothing answers. Let the proxy pass WebSocket upgrades on (server-config/nginx shows how), and see the public URL.",
                Saying.of("state.push.down", "wss://10.0.0.7/desk", Saying.of("state.push.silent")).bare().inEnglish());
    }

    @Test
    void numbers_stay() {
        assertEquals("One desk is open.", Saying.of("state.push.open", 1).bare().inEnglish());
    }

    @Test
    void a_text_from_elsewhere_is_nothing_to_strangers() {
        assertEquals("", Saying.of("PostgreSQL 17.2").bare().inEnglish());
        assertEquals("", Saying.NOTHING.bare().inEnglish());
    }
}
