package callward.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import callward.house.Exchange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundReplyTest {

    private static final byte[] SOUND = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final SoundReply reply = new SoundReply("audio/wav", SOUND.length, "abc", "private", () -> new ByteArrayInputStream(SOUND));

    @Test
    void all_of_it_is_sent_when_nothing_else_is_asked() throws Exception {
        Exchange exchange = answer(new Exchange("GET"));
        assertEquals(200, exchange.status());
        assertEquals("0123456789", exchange.body());
        assertEquals("10", exchange.header("Content-Length"));
        assertEquals("audio/wav", exchange.header("Content-Type"));
        assertEquals("\"abc\"", exchange.header("ETag"));
        assertEquals("nosniff", exchange.header("X-Content-Type-Options"));
    }

    @Test
    void head_says_the_same_without_the_sound() throws Exception {
        Exchange exchange = answer(new Exchange("HEAD"));
        assertEquals(200, exchange.status());
        assertEquals("", exchange.body());
        assertEquals("10", exchange.header("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "*"})
    void who_has_it_already_is_told_so(String known) throws Exception {
        Exchange exchange = answer(new Exchange("GET").with("If-None-Match", known));
        assertEquals(304, exchange.status());
        assertEquals("", exchange.body());
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-3,0123,bytes 0-3/10", "bytes=7-,789,bytes 7-9/10", "bytes=-2,89,bytes 8-9/10", "bytes=8-100,89,bytes 8-9/10",
        "bytes=9-9,9,bytes 9-9/10"})
    void a_player_gets_the_part_it_asks_for(String range, String part, String place) throws Exception {
        Exchange exchange = answer(new Exchange("GET").with("Range", range));
        assertEquals(206, exchange.status());
        assertEquals(part, exchange.body());
        assertEquals(place, exchange.header("Content-Range"));
        assertEquals(String.valueOf(part.length()), exchange.header("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=999999999999999999-"})
    void a_place_behind_the_end_is_refused(String range) throws Exception {
        Exchange exchange = answer(new Exchange("GET").with("Range", range));
        assertEquals(416, exchange.status());
        assertEquals("bytes */10", exchange.header("Content-Range"));
        assertEquals("", exchange.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", "bytes=5-2", "bytes=99999999999999999999-"})
    void nonsense_gets_all_of_it(String range) throws Exception {
        Exchange exchange = answer(new Exchange("GET").with("Range", range));
        assertEquals(200, exchange.status());
        assertEquals("0123456789", exchange.body());
        assertNull(exchange.header("Content-Range"));
    }

    @Test
    void a_part_of_something_that_changed_is_not_mixed_with_the_old() throws Exception {
        assertEquals(200, answer(new Exchange("GET").with("Range", "bytes=0-3").with("If-Range", "\"old\"")).status());
        assertEquals(206, answer(new Exchange("GET").with("Range", "bytes=0-3").with("If-Range", "\"abc\"")).status());
    }

    private Exchange answer(Exchange exchange) throws Exception {
        reply.send(exchange.request(), exchange.response());
        return exchange;
    }
}
