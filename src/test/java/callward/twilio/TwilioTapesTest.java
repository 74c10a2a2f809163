package callward.twilio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.settings.CarrierAccount;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TwilioTapesTest {

    private static final String PATH = "/2010-04-01/Accounts/AC00000000000000000000000000000001/Recordings/RE5";
    private static final byte[] SOUND = "RIFF....WAVE".getBytes(StandardCharsets.US_ASCII);

    private final OtherCarrier other = new OtherCarrier();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final TwilioTapes tapes = new TwilioTapes();

    {
        tapes.account = new TwilioAccount();
        tapes.account.accounts = Fixtures.accounts(Fixtures.account(other.url()));
    }

    @AfterEach
    void close() {
        other.close();
    }

    @Test
    void sound_is_fetched_as_wav_with_our_password() {
        other.answers(200, "audio/x-wav", SOUND);
        fetch(other.url() + PATH);
        assertArrayEquals(SOUND, kept.toByteArray());
        assertEquals(PATH + ".wav", other.asked.get(0).target());
        assertEquals("Basic " + Base64.getEncoder().encodeToString("SK1:secret".getBytes(StandardCharsets.UTF_8)), other.asked.get(0).authorization());
    }

    @Test
    void the_carrier_says_what_it_has_recorded_of_a_call_and_where_it_lies() {
        String account = "/2010-04-01/Accounts/AC00000000000000000000000000000001";
        other.answers(200, ("{\"recordings\":[{\"sid\":\"RE5\",\"account_sid\":\"AC00000000000000000000000000000001\",\"call_sid\":\"CA1\",\"status\":\"completed\","
                + "\"duration\":\"7\"},{\"sid\":\"RE6\",\"account_sid\":\"AC00000000000000000000000000000001\",\"call_sid\":\"CA1\",\"status\":\"processing\","
                + "\"duration\":\"-1\"}],\"page_size\":20,\"uri\":\"" + account + "/Calls/CA1/Recordings.json\",\"next_page_uri\":null}")).answers(200, "audio/x-wav", SOUND);
        List<callward.carrier.Tapes.Tape> found = tapes.of(null, new callward.phone.CallId("CA1"));
        assertEquals(List.of("RE5 7 true", "RE6 -1 false"), found.stream().map(tape -> tape.recording() + " " + tape.seconds() + " " + tape.ready()).toList());
        fetch(found.get(0).url());
        assertArrayEquals(SOUND, kept.toByteArray());
    }

    @Test
    void a_simulated_calls_sound_is_fetched_from_the_simulator() {
        try (OtherCarrier simulator = new OtherCarrier()) {
            tapes.account.accounts = Fixtures.accounts(Fixtures.account(other.url()),
                    new CarrierAccount(java.util.Optional.of(simulator.url()), "AC5", List.of("t"), "AC5", "t", true), true);
            simulator.answers(200, "audio/x-wav", SOUND);
            tapes.fetch("AC5", "http://127.0.0.1:1" + PATH, (sound, type) -> sound.transferTo(kept));
            assertArrayEquals(SOUND, kept.toByteArray());
            assertEquals(List.of(), other.asked);
        }
    }

    @Test
    void with_a_base_url_only_the_path_of_a_recording_counts() {
        other.answers(200, "audio/x-wav", SOUND);
        fetch("https://api.twilio.com" + PATH);
        assertArrayEquals(SOUND, kept.toByteArray());
    }

    @Test
    void our_password_is_sent_to_nobody_else() {
        for (String url : List.of("https://evil.example/x", "http://127.0.0.1:1/metadata", "file:///etc/passwd", "https://evil.example" + PATH + "/../../x",
                "", "not a url", other.url() + "/anything/else")) {
            assertThrows(CarrierRefused.class, () -> fetch(url), url);
        }
        for (String url : List.of("http://api.twilio.com" + PATH, "https://api.twilio.com.evil.example" + PATH, "https://eviltwilio.com" + PATH,
                "https://api.twilio.com@evil.example" + PATH, "https://x:y@api.twilio.com" + PATH, "https://api.twilio.com:8443" + PATH,
                "https://evil.example/#.twilio.com", "https://evil.example\\.twilio.com/", "ftp://api.twilio.com" + PATH, "//api.twilio.com/x")) {
            assertThrows(CarrierRefused.class, () -> TapeUrl.of(url, Fixtures.account(null)), url);
        }
        assertEquals(URI.create("https://api.twilio.com" + PATH + ".wav"), TapeUrl.of("https://api.twilio.com" + PATH, Fixtures.account(null)));
        assertEquals(List.of(), other.asked);
    }

    @Test
    void where_the_carrier_sends_us_on_to_without_tls_we_do_not_go() {
        try (OtherCarrier storage = new OtherCarrier().answers(200, "audio/x-wav", SOUND)) {
            other.sendsOnTo(storage.url() + "/sound");
            assertThrows(CarrierRefused.class, () -> fetch(other.url() + PATH));
            assertEquals(List.of(), storage.asked);
        }
    }

    @Test
    void sound_that_is_not_there_yet_is_worth_another_try() {
        other.answers(404, "text/plain", new byte[0]);
        assertThrows(CarrierUnreachable.class, () -> fetch(other.url() + PATH));
        other.close();
        assertThrows(CarrierUnreachable.class, () -> fetch(other.url() + PATH));
    }

    @Test
    void sound_that_we_may_not_have_is_not() {
        other.answers(401, "text/plain", new byte[0]);
        assertEquals(20003, assertThrows(CarrierRefused.class, () -> fetch(other.url() + PATH)).code());
    }

    @Test
    void a_disk_that_is_full_is_worth_another_try() {
        other.answers(200, "audio/x-wav", SOUND);
        assertThrows(CarrierUnreachable.class, () -> tapes.fetch(null, other.url() + PATH, (sound, type) -> {
            throw new IOException("no space left on device");
        }));
    }

    @Test
    void endless_sound_is_cut_off() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return length;
            }
        };
        assertThrows(CarrierRefused.class, () -> new CappedStream(endless).transferTo(OutputStream.nullOutputStream()));
    }

    @Test
    void sound_that_just_fits_is_taken_whole() throws IOException {
        assertEquals(1000, new CappedStream(new ByteArrayInputStream(new byte[1000])).transferTo(OutputStream.nullOutputStream()));
    }

    @Test
    void a_recording_that_is_gone_is_deleted() {
        other.answers(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        tapes.delete(null, "RE5");
        assertEquals("DELETE " + PATH + ".json", other.asked.get(0).method() + " " + other.asked.get(0).target());
    }

    private void fetch(String url) {
        tapes.fetch(null, url, (sound, type) -> sound.transferTo(kept));
    }
}
