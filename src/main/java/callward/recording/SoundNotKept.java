package callward.recording;

/** Sound could not be kept, for a reason on our side or in the sound itself; a sentence for the console. */
class SoundNotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SoundNotKept(String message, Throwable cause) {
        super(message, cause);
    }

    SoundNotKept(String message) {
        super(message);
    }
}
