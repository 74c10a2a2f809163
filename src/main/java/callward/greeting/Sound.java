package callward.greeting;

/**
 * Sound as we keep it: nothing but frames or samples.
 *
 * @param contentType {@code audio/mpeg} or {@code audio/wav}, the two that every carrier plays
 */
record Sound(String contentType, byte[] content, double seconds) {

    static final String MP3 = "audio/mpeg";
    static final String WAV = "audio/wav";

    static String extension(String contentType) {
        return MP3.equals(contentType) ? "mp3" : "wav";
    }
}
