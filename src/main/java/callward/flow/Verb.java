package callward.flow;

import callward.phone.Destination;
import callward.wording.Facts;
import callward.wording.Tongue;
import java.net.URI;
import java.util.List;

/** What the carrier shall do next with the caller. Everything is resolved: no names, no keys but those of greetings, with what is known for the names in them. */
public sealed interface Verb {

    /** What may be heard alone or while keys are awaited. */
    sealed interface Prompt extends Verb permits Say, Play, Pause { }

    record Say(String text, Tongue tongue) implements Prompt { }

    /**
     * @param greeting key of a greeting; the door turns it into a URL or into words
     * @param facts    what the names in its words stand for
     */
    record Play(String greeting, Facts facts, Tongue tongue) implements Prompt { }

    record Pause(int seconds) implements Prompt { }

    /**
     * Hear the prompts and await keys or speech; the next event is {@code Entered}, {@code Spoke} or {@code Silent}.
     *
     * @param speech    whether spoken answers count, too
     * @param maxDigits 0 = any number of digits, ended by the finish key or the time-out
     * @param finishKey one of {@code 0-9*#}, or empty for none
     * @param seconds   silence after the prompts before it counts as no input, 1 to 60
     * @param hints     words that are likely to be spoken
     */
    record Gather(List<Prompt> prompts, boolean speech, int maxDigits, String finishKey, int seconds, List<String> hints,
                  Tongue tongue) implements Verb { }

    /**
     * Ring all targets at once, at most ten; the next event is {@code DialEnded}.
     *
     * @param seconds  5 to 600; the carrier adds up to 5
     * @param callerId what the rung telephone shows: E.164, or null for the caller's own number
     * @param accept   how targets that ask do so; null when none does
     */
    record Dial(List<Target> targets, int seconds, String callerId, Accept accept) implements Verb {

        /** No target asks. */
        public Dial(List<Target> targets, int seconds, String callerId) {
            this(targets, seconds, callerId, null);
        }
    }

    /**
     * Let the caller wait until somebody takes him; the next event is {@code Dequeued}, or {@code Entered} when he presses one of the keys.
     *
     * @param queue           name of a queue of his own at the carrier
     * @param group           key of the group that he waits for
     * @param seconds         how long he may wait, from now
     * @param music           heard between the announcements; empty for silence
     * @param announceSeconds how often he hears his place, 0 for never
     * @param choices         what he hears of the keys
     * @param keys            keys that take him out of the queue, each one of {@code 0-9*#}
     */
    record Enqueue(String queue, String group, int seconds, List<Prompt> music, int announceSeconds, List<Prompt> choices, String keys, Tongue tongue)
            implements Verb { }

    /**
     * Let the caller wait until one of those who talk about him fetches him; the next event is {@code Dequeued}.
     *
     * @param queue   name of a queue of his own at the carrier
     * @param door    path below our doors that is asked what he hears
     * @param whom    what people call the one who is asked about him
     * @param seconds how long he may wait, from now
     * @param heard   again and again
     */
    record Park(String queue, String door, String whom, int seconds, List<Prompt> heard) implements Verb { }

    /**
     * Record the caller; the next event is {@code RecordingEnded}.
     *
     * @param maxSeconds     1 to 3600, at most 120 with {@code transcribe}
     * @param silenceSeconds silence that ends it
     * @param finishKeys     keys that end it
     */
    record Record(int maxSeconds, int silenceSeconds, String finishKeys, boolean transcribe) implements Verb { }

    /** Let another TwiML application take over. */
    record Redirect(URI url) implements Verb { }

    record HangUp() implements Verb { }

    /** Refuse before answering: nothing is billed. Only as the first verb of a call. */
    record Refuse(boolean busy) implements Verb { }

    /**
     * A telephone to ring.
     *
     * @param key   the destination's key in the company's list
     * @param label what people call it ("Tom, desk")
     * @param agent the name of the agent whose telephone it is, or null
     * @param asks  whoever picks it up is asked first, and talks to the caller only when he accepts
     */
    record Target(String key, String label, Destination destination, String agent, int seconds, boolean asks) {

        /** A telephone that whoever picks it up talks on. */
        public Target(String key, String label, Destination destination, String agent, int seconds) {
            this(key, label, destination, agent, seconds, false);
        }

        /** Its key as an address of ours may hold it: nothing that a proxy could rewrite. */
        public String path() {
            return key.replaceAll("[^A-Za-z0-9_.-]", "_");
        }

        /** Who answers it: telephones of one agent have the same owner. */
        String owner() {
            return agent != null ? agent : key;
        }
    }
}
