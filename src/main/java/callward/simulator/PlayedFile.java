package callward.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** A sound file that a document asks to be played. */
final class PlayedFile {

    static final Set<String> TYPES = Set.of("audio/mpeg", "audio/mp3", "audio/wav", "audio/wave", "audio/x-wav", "audio/aiff",
            "audio/x-aifc", "audio/x-aiff", "audio/x-gsm", "audio/gsm", "audio/ulaw");
    private static final int USUAL_BYTES_PER_SECOND = 8000;

    private PlayedFile() {
    }

    /** How long a file plays; an estimate where it is neither WAV nor MP3. */
    static Duration length(WebhookAnswer file) {
        try {
            return WaveFile.read(file.body()).length();
        } catch (IOException notWave) {
            var mp3 = Mp3Length.of(file.body());
            return mp3.isZero() ? Duration.ofMillis(file.body().length * 1000L / USUAL_BYTES_PER_SECOND) : mp3;
        }
    }
}
