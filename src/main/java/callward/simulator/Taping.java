package callward.simulator;

import java.time.Duration;

/** Sound and words as they pile up on a tape. */
final class Taping {

    private Sound sound = Sound.silence(Duration.ZERO);
    private final StringBuilder words = new StringBuilder();

    synchronized void add(LegEvent.Spoke spoke) {
        sound = sound.then(spoke.sound() == null ? Sound.hummed(spoke.text()) : spoke.sound());
        words.append(words.isEmpty() ? "" : " ").append(spoke.text());
    }

    synchronized void addSilence(Duration length) {
        sound = sound.then(Sound.silence(length));
    }

    synchronized boolean isEmpty() {
        return words.isEmpty();
    }

    synchronized Sound sound() {
        return sound;
    }

    synchronized String words() {
        return words.toString();
    }

    synchronized Duration length() {
        return sound.length();
    }
}
