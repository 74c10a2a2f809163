package callward.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One end of a call in a test, with the person there.
 *
 * <p>{@code hears…} waits, a bounded time, and takes what is heard in order: what was passed over is not heard again.
 *
 * @param <SELF> the kind of end, so that sentences can go on
 */
abstract class LineEnd<SELF extends LineEnd<SELF>> {

    final Town town;
    private int line;
    private int column;

    LineEnd(Town town) {
        this.town = town;
    }

    /** The call at this end; fails where there is none. */
    abstract SimulatedCall call();

    abstract SELF self();

    void newCall() {
        line = 0;
        column = 0;
    }

    /** Waits until the text is spoken, by the carrier or by the person at the other end. Upper and lower case do not matter. */
    public SELF hears(String text) {
        return hears("“" + text + "”", heard -> heard.kind() == Heard.Kind.SPEECH || heard.kind() == Heard.Kind.VOICE, text);
    }

    /** Waits for the tone before a recording. */
    public SELF hearsTone() {
        return hears("a tone", heard -> heard.kind() == Heard.Kind.TONE, "");
    }

    public SELF hearsRinging() {
        return hears("ringing", heard -> heard.kind() == Heard.Kind.RINGING, "");
    }

    public SELF hearsMusic() {
        return hears("music", heard -> heard.kind() == Heard.Kind.MUSIC, "");
    }

    /** Waits until a sound file is played whose address contains the text. */
    public SELF hearsSound(String partOfAddress) {
        return hears("sound " + partOfAddress, heard -> heard.kind() == Heard.Kind.SOUND, partOfAddress);
    }

    /** Waits until the other end presses keys that contain these. */
    public SELF hearsKeys(String keys) {
        return hears("keys " + keys, heard -> heard.kind() == Heard.Kind.KEYS, keys);
    }

    private SELF hears(String what, Predicate<Heard> kind, String text) {
        town.await(this + " to hear " + what, () -> find(kind, text.toLowerCase(Locale.ROOT)));
        return self();
    }

    private boolean find(Predicate<Heard> kind, String text) {
        var transcript = call().transcript();
        for (int i = line; i < transcript.size(); i++) {
            int from = i == line ? column : 0;
            int found = kind.test(transcript.get(i)) ? transcript.get(i).text().toLowerCase(Locale.ROOT).indexOf(text, from) : -1;
            if (found >= 0) {
                line = text.isEmpty() ? i + 1 : i;
                column = text.isEmpty() ? 0 : found + text.length();
                return true;
            }
        }
        return false;
    }

    /** Fails if the text was heard at any time up to now. */
    public SELF neverHeard(String text) {
        town.settle();
        boolean heard = lines().stream().anyMatch(l -> l.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
        if (heard) {
            throw town.failure(this + " heard “" + text + "”");
        }
        return self();
    }

    /** Everything heard so far, for assertions of the test's own. */
    public List<String> lines() {
        return call().transcript().stream().filter(heard -> heard.kind().isHeard()).map(Heard::text).toList();
    }

    public SELF presses(String keys) {
        call().presses(keys);
        return self();
    }

    public SELF says(String words) {
        call().says(words, null);
        return self();
    }

    /** Says nothing and presses nothing until the carrier stops waiting for it. */
    public SELF waitsInSilence() {
        town.settle();
        var until = call().inbox.waitingUntil();
        if (until == null || until.equals(java.time.Instant.MAX)) {
            throw town.failure("nothing waits for " + this + " with a time-out");
        }
        town.passes(Duration.between(town.clock().instant(), until));
        return self();
    }

    public SELF hangsUp() {
        call().hangsUp();
        return self();
    }

    /** Waits until the call is over. */
    public SELF isCutOff() {
        town.await(this + " to be cut off", () -> call().isOver());
        return self();
    }

    /** Waits until the call is over, and with this status in the carrier's words. */
    public SELF endsAs(String status) {
        isCutOff();
        if (!call().status().wire().equals(status)) {
            throw town.failure(this + " ended as " + call().status().wire() + ", not " + status);
        }
        return self();
    }

    /** Waits until this end and another hear each other. */
    public SELF isConnected() {
        town.await(this + " to be connected", this::wasConnected);
        return self();
    }

    /** Waits until this end is connected, or its call is over before. @return whether it was connected */
    public boolean getsThrough() {
        town.await(this + " to be connected or cut off", () -> wasConnected() || call().isOver());
        return wasConnected();
    }

    private boolean wasConnected() {
        return call().transcript().stream().anyMatch(heard -> heard.kind() == Heard.Kind.CONNECTED);
    }

    /** Waits until this end has been brought together with a caller's so many times. */
    public SELF isConnectedTo(Caller caller, int times) {
        String number = caller.call().from;
        town.await(this + " to be connected to " + caller, () -> call().transcript().stream()
                .filter(heard -> heard.kind() == Heard.Kind.CONNECTED && heard.text().equals(number)).count() >= times);
        return self();
    }

    /** Waits until everybody in town waits for somebody else, or for the clock. */
    public SELF settled() {
        town.settle();
        return self();
    }

    public String callSid() {
        return call().sid;
    }

    /** The call's status in the carrier's words. */
    public String status() {
        return call().status().wire();
    }

    static void until(String what, Duration atMost, java.util.concurrent.Callable<Boolean> condition) throws ConditionTimeoutException {
        Awaitility.await(what).pollInSameThread().atMost(atMost).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(condition);
    }
}
