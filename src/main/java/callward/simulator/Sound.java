package callward.simulator;

import java.time.Duration;

/** Some seconds of sound: 8 kHz, 16-bit, mono samples. */
record Sound(short[] samples) {

    static final int RATE = 8000;

    Duration length() {
        return Duration.ofMillis(samples.length * 1000L / RATE);
    }

    Sound then(Sound next) {
        var both = java.util.Arrays.copyOf(samples, samples.length + next.samples.length);
        System.arraycopy(next.samples, 0, both, samples.length, next.samples.length);
        return new Sound(both);
    }

    Sound atMost(Duration length) {
        int most = (int) Math.min(samples.length, length.toMillis() * RATE / 1000);
        return most == samples.length ? this : new Sound(java.util.Arrays.copyOf(samples, most));
    }

    static Sound silence(Duration length) {
        return new Sound(new short[(int) (length.toMillis() * RATE / 1000)]);
    }

    /** Tones with the rhythm and about the length of the given words: a stand-in where nobody lent a voice. */
    static Sound hummed(String text) {
        var sound = silence(Duration.ofMillis(150));
        for (var word : text.trim().split("\\s+")) {
            int syllables = Math.max(1, (word.length() + 1) / 3);
            for (int i = 0; i < syllables; i++) {
                int pitch = 140 + Math.floorMod((word + i).hashCode(), 90);
                sound = sound.then(hum(pitch, Duration.ofMillis(170)));
            }
            sound = sound.then(silence(Duration.ofMillis(70)));
        }
        return sound;
    }

    private static Sound hum(int hertz, Duration length) {
        int count = (int) (length.toMillis() * RATE / 1000);
        var samples = new short[count];
        for (int i = 0; i < count; i++) {
            double swell = Math.sin(Math.PI * i / count);
            double wave = 0;
            for (int overtone = 1; overtone <= 4; overtone++) {
                wave += Math.sin(2 * Math.PI * hertz * overtone * i / RATE) / overtone;
            }
            samples[i] = (short) (wave * swell * 6000);
        }
        return new Sound(samples);
    }
}
