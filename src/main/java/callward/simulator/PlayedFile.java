package callward.simulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** A sound file that a document asks to be played. */
final class PlayedFile {

    static final Set<String> TYPES = Set.of("audio/mpeg", "audio/mp3", "audio/wav", "audio/wave", "audio/x-wav", "audio/aiff",
            "audio/x-aifc", "audio/x-aiff", "audio/x-gsm", "audio/gsm", "audio/ulaw");
    private static final int MP3_BYTES_PER_SECOND = 8000;

    private PlayedFile() {
    }

    /** How long a file plays; an estimate where it is not a WAV file. */
    static Duration length(WebhookAnswer file) {
        try {
            return WaveFile.read(file.body()).length();
        } catch (IOException notWave) {
            return Duration.ofMillis(file.body().length * 1000L / MP3_BYTES_PER_SECOND);
        }
    }
}
