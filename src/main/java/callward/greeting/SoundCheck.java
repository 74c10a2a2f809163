package callward.greeting;

import callward.greeting.SoundRefused.Reason;
import org.apache.tika.Tika;

/**
 * Makes a greeting's sound of whatever was uploaded, or says why not.
 *
 * <p>Long or heavy sound makes callers wait while the carrier fetches it, hence both limits; the length is the one decoded, because a
 * small file can be very long.
 */
final class SoundCheck {

    private static final double SHORTEST = 0.1;

    private final int maxBytes;
    private final int maxSeconds;
    private final Tika tika = new Tika();

    SoundCheck(int maxBytes, int maxSeconds) {
        this.maxBytes = maxBytes;
        this.maxSeconds = maxSeconds;
    }

    Sound check(byte[] upload) throws SoundRefused {
        if (upload.length == 0) {
            throw new SoundRefused(Reason.EMPTY);
        }
        if (upload.length > maxBytes) {
            throw new SoundRefused(Reason.TOO_MANY_BYTES, megabytes(upload.length), megabytes(maxBytes));
        }
        return withinLength(read(upload));
    }

    private Sound read(byte[] upload) throws SoundRefused {
        String found = tika.detect(upload);
        return switch (found) {
            case "audio/mpeg" -> Mp3Frames.of(upload);
            case "audio/vnd.wave", "audio/x-wav", "audio/wav" -> new WavConverter(maxSeconds).convert(upload);
            default -> throw new SoundRefused(Reason.NOT_SOUND, found);
        };
    }

    private Sound withinLength(Sound sound) throws SoundRefused {
        if (sound.seconds() > maxSeconds) {
            throw new SoundRefused(Reason.TOO_LONG, sound.seconds(), maxSeconds);
        }
        if (sound.seconds() < SHORTEST) {
            throw new SoundRefused(Reason.TOO_SHORT);
        }
        return sound;
    }

    private static double megabytes(int bytes) {
        return bytes / 1_000_000.0;
    }
}
