package callward.call;

import callward.flow.Whisper;

/** How a door writes what somebody hears who has picked up. */
public interface WhisperFormat {

    /** @param tried how often he will have been asked when he presses a key */
    String write(Whisper whisper, int tried);
}
