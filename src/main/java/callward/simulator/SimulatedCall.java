package callward.simulator;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One leg of a call and the person at its end.
 *
 * <p>Its life: queued, (initiated,) ringing, in-progress, and then one of completed, busy, failed, no-answer, canceled, for
 * good. What the person does becomes an event in the inbox of the leg's worker; what the person hears is in the transcript.
 */
final class SimulatedCall {

    final String sid = Sid.fresh("CA");
    final String from;
    final String to;
    final Direction direction;
    final SimulatedCall parent;
    final Inbox inbox;
    final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    final AtomicInteger sequence = new AtomicInteger();
    final Instant created;

    volatile StatusCallback callback = StatusCallback.NONE;
    volatile String fallbackUrl;
    volatile String fallbackMethod = "POST";
    volatile String answeredBy;
    volatile String forwardedFrom;
    /** Said in the first request only. */
    volatile Fields headers = Fields.none();
    /** The phones that this call rings wait for a button. */
    volatile boolean byHand;
    volatile String callerName;
    volatile int sipCode;
    volatile SimulatedPhone phone;
    /** A mailbox has picked up, not a person. */
    volatile boolean byMachine;
    /** Status callbacks of one leg go out one after the other. */
    CompletableFuture<Void> reports = CompletableFuture.completedFuture(null);

    private final SimulatedTime time;
    private final ChangeBell bell;
    private final List<Heard> transcript = new ArrayList<>();
    private volatile CallStatus status;
    private volatile Instant answered;
    private volatile Instant ended;
    private final AtomicInteger awaitings = new AtomicInteger();
    private volatile Awaited awaited;

    SimulatedCall(SimulatedTime time, ChangeBell bell, Direction direction, String from, String to, SimulatedCall parent) {
        this.time = time;
        this.bell = bell;
        this.direction = direction;
        this.from = from;
        this.to = to;
        this.parent = parent;
        inbox = new Inbox(time);
        created = time.now();
        status = direction == Direction.INBOUND ? CallStatus.RINGING : CallStatus.QUEUED;
    }

    CallStatus status() {
        return status;
    }

    /** A call only moves forward: what is over stays over. */
    synchronized boolean becomes(CallStatus next) {
        if (status.isOver() || next.compareTo(status) <= 0) {
            return false;
        }
        status = next;
        if (next == CallStatus.IN_PROGRESS) {
            answered = time.now();
        }
        if (next.isOver()) {
            ended = time.now();
            inbox.close();
        }
        bell.ring();
        return true;
    }

    boolean isOver() {
        return status.isOver();
    }

    boolean isAnswered() {
        return answered != null;
    }

    Instant answeredAt() {
        return answered;
    }

    Instant endedAt() {
        return ended;
    }

    /** Seconds since the call was answered, as it would be billed. */
    long seconds() {
        var until = ended == null ? time.now() : ended;
        return answered == null ? 0 : Math.max(1, (Duration.between(answered, until).toMillis() + 999) / 1000);
    }

    void post(LegEvent event) {
        inbox.post(event);
    }

    void picksUp() {
        post(new LegEvent.PickedUp(false));
    }

    void hangsUp() {
        post(new LegEvent.HungUp());
    }

    void presses(String keys) {
        note(Heard.Kind.PRESSED, keys);
        keys.chars().forEach(key -> post(new LegEvent.Pressed((char) key)));
    }

    void says(String words, Sound sound) {
        note(Heard.Kind.SAID, words);
        post(new LegEvent.Spoke(words, sound));
    }

    /** The carrier has said its part and waits for this person now. */
    void awaits(Awaited.What what) {
        awaited = new Awaited(awaitings.incrementAndGet(), what);
        bell.ring();
    }

    void awaitsNothing() {
        awaited = null;
        bell.ring();
    }

    /** Null while nothing is awaited. */
    Awaited awaited() {
        return isOver() ? null : awaited;
    }

    int note(Heard.Kind kind, String text) {
        return note(kind, text, null, null);
    }

    int note(Heard.Kind kind, String text, String voice, String language) {
        int number;
        synchronized (transcript) {
            number = transcript.size() + 1;
            transcript.add(new Heard(number, time.now(), kind, text, voice, language));
        }
        bell.ring();
        return number;
    }

    List<Heard> transcript() {
        synchronized (transcript) {
            return List.copyOf(transcript);
        }
    }

    @Override
    public String toString() {
        return direction.wire() + " call " + from + " → " + to + " (" + status.wire() + ")";
    }
}
