package callward.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.CallRecord.ScriptOfCall;
import callward.call.Calls.EventRow;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class CallTextsTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Test
    void a_withheld_number_is_said_in_the_readers_language() {
        assertEquals("Number withheld", CallTexts.shown("anonymous", Locale.ENGLISH));
        assertEquals("Número oculto", CallTexts.shown("anonymous", SPANISH));
        assertEquals("Número oculto", CallTexts.shown("+266696687", SPANISH));
    }

    @Test
    void a_number_is_shown_as_people_write_it_and_other_addresses_as_they_are() {
        assertEquals("+1 212-555-0123", CallTexts.shown("+12125550123", SPANISH));
        assertEquals("client:tom", CallTexts.shown("client:tom", SPANISH));
    }

    @Test
    void a_door_is_shown_without_what_only_machines_can_read() {
        EventRow event = event("/twilio/ask/CA4475c8ece60dfa8f0b366031293becc6/2524e729968b8f37a52e5c79e2b5efa0/adviser/0", "AdviserTakes");
        assertEquals("/twilio/ask/…/…/adviser/0", new CallTexts().door(event));
    }

    @Test
    void whatever_has_words_of_its_own_is_shown_by_them() {
        List<String> words = Collections.list(ResourceBundle.getBundle("callward.messages", Locale.ENGLISH).getKeys()).stream().filter(key -> key.startsWith("event.")).sorted().toList();
        assertTrue(words.contains("event.CalledBack"), words.toString());
        assertEquals(words, words.stream().map(key -> new CallTexts().kind(event("voice", key.substring("event.".length())))).toList());
    }

    private static EventRow event(String door, String kind) {
        return new EventRow(1, null, door, kind, Map.of(), null, Instant.EPOCH, 0, null, null);
    }

    @Test
    void a_draft_that_was_tried_is_read_in_its_editor() {
        assertEquals("/scripts/editor?id=7", new ScriptOfCall(7, "Support", -4, "hello").page());
        assertEquals("/scripts/script?id=7&revision=3", new ScriptOfCall(7, "Support", 3, "hello").page());
    }
}
