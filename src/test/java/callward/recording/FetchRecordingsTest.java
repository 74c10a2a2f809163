package callward.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.call.RecordingNews;
import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Tapes;
import callward.house.Covers;
import callward.house.Fired;
import callward.house.GivenClock;
import callward.house.GivenOwnTransaction;
import callward.house.GivenServerLife;
import callward.house.GivenSettings;
import callward.house.TestDatabase;
import callward.house.Wired;
import callward.phone.CallId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("B07")
class FetchRecordingsTest {

    private static final String URL = "http://127.0.0.1/Recordings/RE1";

    @TempDir
    Path data;

    private final GivenClock clock = new GivenClock();
    private final Fired<RecordingKept> kept = new Fired<>();
    private final Recordings recordings = new Recordings();
    private final SoundStore store = new SoundStore();
    private final FetchRecordings fetching = new FetchRecordings();
    private final Carrier carrier = new Carrier();

    @BeforeEach
    void fresh() {
        TestDatabase.empty();
        TestDatabase.call("CA1");
        recordings.database = TestDatabase.get();
        recordings.clock = clock;
        recordings.kept = kept;
        store.settings = new GivenSettings().dataIn(data);
        fetching.recordings = recordings;
        fetching.store = store;
        fetching.tapes = carrier;
        fetching.clock = clock;
        fetching.own = new GivenOwnTransaction();
        fetching.fetchers = Wired.with(new GivenServerLife()).bean(Fetchers.class);
    }

    @Test
    void a_ready_recording_is_kept_and_told_of_once() throws Exception {
        carrier.has(wav(5));
        ready("RE1", 5);
        ready("RE1", 5);
        fetching.fetchDue();
        fetching.fetchDue();
        assertEquals(List.of(new RecordingKept("RE1", new CallId("CA1"), "recordings/2026/11/RE1.wav", "audio/wav", wav(5).length, 5)), kept.all());
        assertTrue(Arrays.equals(wav(5), Files.readAllBytes(data.resolve("recordings/2026/11/RE1.wav"))));
        assertEquals(1, carrier.asked.size());
        assertTrue(recordings.find("RE1").orElseThrow().kept());
    }

    @Test
    void while_the_carrier_is_away_it_is_asked_again_and_again_and_the_reason_is_shown() {
        carrier.fails(new CarrierUnreachable("The carrier does not answer.", false, null));
        ready("RE1", 5);
        for (int i = 0; i < 300; i++) {
            fetching.fetchDue();
            clock.passes(Duration.ofMinutes(5));
        }
        assertEquals("The carrier does not answer.", recordings.find("RE1").orElseThrow().problem().orElseThrow());
        assertTrue(carrier.asked.size() > 280, carrier.asked.size() + " tries");
        carrier.has(wav(5));
        clock.passes(Duration.ofHours(1));
        fetching.fetchDue();
        assertEquals(1, kept.all().size());
        assertFalse(recordings.find("RE1").orElseThrow().problem().isPresent());
    }

    @Test
    void even_a_refusal_is_not_the_end() {
        carrier.fails(new CarrierRefused(20404, "Not found"));
        ready("RE1", 5);
        fetching.fetchDue();
        assertEquals("Not found", recordings.find("RE1").orElseThrow().problem().orElseThrow());
        carrier.has(wav(5));
        clock.passes(Duration.ofSeconds(3));
        fetching.fetchDue();
        assertEquals(1, kept.all().size());
    }

    @Test
    void a_recording_whose_readiness_is_never_told_is_looked_for_within_a_minute() {
        carrier.has(wav(5));
        news("RE1", 5, false, false);
        fetching.fetchDue();
        assertEquals(0, carrier.asked.size());
        clock.passes(Duration.ofMinutes(1));
        fetching.fetchDue();
        assertEquals(1, kept.all().size());
    }

    @Test
    void news_out_of_order_end_the_same() {
        carrier.has(wav(5));
        ready("RE1", 5);
        news("RE1", 5, false, false);
        fetching.fetchDue();
        assertEquals(1, kept.all().size());
        news("RE1", -1, false, true);
        news("RE1", 5, false, false);
        ready("RE1", 5);
        clock.passes(Duration.ofMinutes(10));
        fetching.fetchDue();
        assertTrue(recordings.find("RE1").orElseThrow().kept());
        assertEquals(1, kept.all().size());
        assertEquals(1, carrier.asked.size());
    }

    @Test
    void what_is_absent_or_shorter_than_two_seconds_is_not_fetched_and_says_so() {
        news("RE1", -1, false, true);
        ready("RE2", 1);
        clock.passes(Duration.ofDays(1));
        fetching.fetchDue();
        assertEquals(0, carrier.asked.size());
        assertEquals("The carrier has no sound of it.", recordings.find("RE1").orElseThrow().problem().orElseThrow());
        assertEquals("Shorter than 2 seconds: nothing to keep.", recordings.find("RE2").orElseThrow().problem().orElseThrow());
    }

    @Test
    void what_is_cut_off_or_no_sound_leaves_no_file_and_is_fetched_again() throws Exception {
        ready("RE1", 5);
        carrier.has(Arrays.copyOf(wav(5), 1000));
        fetching.fetchDue();
        assertEquals("The sound that the carrier sent is cut off.", recordings.find("RE1").orElseThrow().problem().orElseThrow());
        clock.passes(Duration.ofSeconds(10));
        carrier.has("<html>Service unavailable, please come back later</html>".getBytes(StandardCharsets.US_ASCII));
        fetching.fetchDue();
        assertEquals("What the carrier sent is not a WAV file.", recordings.find("RE1").orElseThrow().problem().orElseThrow());
        assertEquals(List.of(), files());
        clock.passes(Duration.ofSeconds(10));
        carrier.has(wav(5));
        fetching.fetchDue();
        assertEquals(List.of("recordings/2026/11/RE1.wav"), files());
    }

    @Test
    void a_connection_that_drops_in_the_middle_leaves_no_file() throws Exception {
        ready("RE1", 5);
        carrier.dropsAfter(20_000, wav(5));
        fetching.fetchDue();
        assertEquals(List.of(), files());
        assertEquals(0, kept.all().size());
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_the_shown_reason_and_costs_nothing() throws Exception {
        Path notAFolder = Files.writeString(data.resolve("full"), "no folder");
        store.settings = new GivenSettings().dataIn(notAFolder);
        carrier.has(wav(5));
        ready("RE1", 5);
        fetching.fetchDue();
        assertTrue(recordings.find("RE1").orElseThrow().problem().orElseThrow().startsWith("The sound cannot be written to the data folder"));
        store.settings = new GivenSettings().dataIn(data);
        clock.passes(Duration.ofMinutes(1));
        fetching.fetchDue();
        assertEquals(1, kept.all().size());
    }

    @Test
    void one_that_a_crashed_server_had_taken_is_due_again_within_a_minute() {
        carrier.has(wav(5));
        ready("RE1", 5);
        recordings.claim(Duration.ofSeconds(40));
        fetching.fetchDue();
        assertEquals(0, kept.all().size());
        clock.passes(Duration.ofSeconds(60));
        fetching.fetchDue();
        assertEquals(1, kept.all().size());
    }

    @Test
    void a_name_that_is_a_path_stays_inside_the_folder() throws Exception {
        carrier.has(wav(5));
        ready("../../../etc/cron.d/x", 5);
        fetching.fetchDue();
        assertEquals(1, files().size());
        assertTrue(files().get(0).matches("recordings/2026/11/[0-9a-f-]{36}\\.wav"), files().toString());
    }

    @Test
    void two_nodes_never_fetch_the_same_one() throws Exception {
        for (int i = 0; i < 50; i++) {
            ready("RE" + i, 5);
        }
        carrier.has(wav(3));
        CountDownLatch together = new CountDownLatch(1);
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(Thread.ofPlatform().start(() -> {
                await(together);
                another().fetchDue();
            }));
        }
        together.countDown();
        for (Thread node : nodes) {
            node.join();
        }
        assertEquals(50, carrier.asked.size());
        assertEquals(50, kept.all().size());
    }

    @Test
    void a_recording_of_a_call_we_do_not_know_is_kept_all_the_same() {
        carrier.has(wav(5));
        recordings.hear(new RecordingNews(new CallId("CA404"), "RE1", URL, 5, true, false, clock.instant()));
        fetching.fetchDue();
        assertTrue(recordings.find("RE1").orElseThrow().kept());
        assertEquals(0, kept.all().size());
    }

    private FetchRecordings another() {
        FetchRecordings node = new FetchRecordings();
        node.recordings = recordings;
        node.store = store;
        node.tapes = carrier;
        node.clock = clock;
        node.own = fetching.own;
        node.fetchers = Wired.with(new GivenServerLife()).bean(Fetchers.class);
        return node;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ready(String recording, int seconds) {
        news(recording, seconds, true, false);
    }

    private void news(String recording, int seconds, boolean ready, boolean absent) {
        recordings.hear(new RecordingNews(new CallId("CA1"), recording, URL, seconds, ready, absent, clock.instant()));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).map(file -> data.relativize(file).toString()).toList();
        }
    }

    private static byte[] wav(int seconds) {
        int bytes = seconds * 16_000;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        return wav.array();
    }

    /** The carrier's tapes, as well or as badly as a test wants them. */
    private static final class Carrier implements Tapes {

        final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());
        private byte[] sound = new byte[0];
        private RuntimeException failure;
        private int end = Integer.MAX_VALUE;

        void has(byte[] sound) {
            this.sound = sound;
            this.failure = null;
            this.end = Integer.MAX_VALUE;
        }

        void fails(RuntimeException failure) {
            this.failure = failure;
        }

        void dropsAfter(int bytes, byte[] sound) {
            has(sound);
            this.end = bytes;
        }

        @Override
        public void fetch(String account, String recordingUrl, Reader reader) {
            asked.add(recordingUrl);
            if (failure != null) {
                throw failure;
            }
            try {
                reader.read(new Line(), "audio/x-wav");
            } catch (IOException e) {
                throw new CarrierUnreachable("The connection broke.", false, e);
            }
        }

        @Override
        public List<Tape> of(String account, CallId call) {
            throw new AssertionError("nobody asked for the tapes of " + call);
        }

        @Override
        public void delete(String account, String recording) {
            throw new AssertionError("nobody asked to delete " + recording);
        }

        private final class Line extends ByteArrayInputStream {

            Line() {
                super(sound);
            }

            @Override
            public int read(byte[] part) throws IOException {
                if (pos >= end) {
                    throw new IOException("reset");
                }
                return super.read(part, 0, part.length);
            }
        }
    }
}
