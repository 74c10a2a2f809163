package callward.greeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.greeting.HostileUploads.Upload;
import callward.house.Covers;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;

/** S-6: nothing of 500 hostile files gets through but sound, and none of them takes long or much room. */
@Covers({"S0.05", "S0.19"})
class HostileUploadsTest {

    private static final int NUMBER = 500;
    private static final long SEED = 20_261_124;
    private static final long MOST_ROOM = 64L << 20;
    /** A hang would be longer; how long each takes is printed, because machines are noisy. */
    private static final Duration A_HANG = Duration.ofSeconds(60);
    private static final List<String> TRACES = List.of("<script", "<svg", "<html", "<!ENTITY", "%PDF", "PK\u0003\u0004", "TAG<", "TIT2", "alert(");

    private final SoundCheck check = new SoundCheck(5_000_000, 120);
    private final Tika tika = new Tika();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What became of one. @param sound null when it was refused @param room bytes asked for in the course of it: heap cannot grow by more */
    private record Fate(Sound sound, String words, long millis, long room) { }

    @Test
    void nothing_gets_through_but_sound() {
        Map<String, Integer> fates = new TreeMap<>();
        AtomicLong slowest = new AtomicLong();
        AtomicLong widest = new AtomicLong();
        new HostileUploads(SEED).some(NUMBER).forEach(upload -> {
            Fate fate = assertTimeoutPreemptively(A_HANG, () -> fate(upload), upload.kind());
            if (fate.sound != null) {
                assertIsNothingButSound(upload.kind(), fate.sound);
            }
            assertTrue(fate.room < MOST_ROOM, upload.kind() + " took " + (fate.room >> 20) + " MB");
            fates.merge(fate.words, 1, Integer::sum);
            slowest.accumulateAndGet(fate.millis, Math::max);
            widest.accumulateAndGet(fate.room, Math::max);
        });
        assertEquals(NUMBER, fates.values().stream().mapToInt(Integer::intValue).sum());
        System.out.printf("hostile uploads: %d, escapes: 0, slowest: %d ms of a processor, most room: %d MB, %s%n", NUMBER, slowest.get(), widest.get() >> 20, fates);
    }

    private Fate fate(Upload upload) {
        long roomBefore = threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadCpuTime();
        Sound sound = null;
        String words = "TAKEN";
        try {
            sound = check.check(upload.content());
        } catch (SoundRefused refused) {
            words = refused.reason().name();
            assertFalse(refused.getMessage().isBlank());
            assertFalse(refused.getMessage().contains("<"), refused.getMessage());
        }
        return new Fate(sound, words, Duration.ofNanos(threads.getCurrentThreadCpuTime() - before).toMillis(), threads.getCurrentThreadAllocatedBytes() - roomBefore);
    }

    private void assertIsNothingButSound(String kind, Sound sound) {
        assertTrue(List.of("audio/mpeg", "audio/wav").contains(sound.contentType()), kind);
        assertTrue(sound.seconds() >= 0.1 && sound.seconds() <= 120, kind + " lasts " + sound.seconds());
        assertTrue(List.of("audio/mpeg", "audio/vnd.wave").contains(tika.detect(sound.content())), kind + " became " + tika.detect(sound.content()));
        String text = new String(sound.content(), StandardCharsets.ISO_8859_1);
        TRACES.forEach(trace -> assertFalse(text.contains(trace), kind + " left " + trace));
    }
}
