package callward.simulator;

import java.util.List;
import java.util.function.Predicate;

/** A phone in a test, with the person it belongs to: calls to it must be expected, by {@link #rings()} or by a habit. */
public final class Telephone extends LineEnd<Telephone> {

    private final String number;
    private SimulatedCall call;
    private boolean onItsOwn;
    private int textsRead;

    Telephone(Town town, String number) {
        super(town);
        this.number = number;
    }

    /** Waits until it rings, with a call that was not noticed yet. */
    public Telephone rings() {
        town.await(this + " to ring", () -> {
            var ringing = calls().stream().filter(c -> c.status() == CallStatus.RINGING && !town.isNoticed(c)).findFirst();
            ringing.ifPresent(this::takes);
            return ringing.isPresent();
        });
        return this;
    }

    private void takes(SimulatedCall ringing) {
        call = ringing;
        newCall();
        town.notice(ringing);
    }

    /** The number that its display shows. */
    public String display() {
        return call().from;
    }

    public Telephone answers() {
        call().picksUp();
        town.await(this + " to be answered", () -> call().isAnswered() || call().isOver());
        return this;
    }

    public Telephone declines() {
        return does(PhoneHabit.DECLINES);
    }

    public Telephone isBusy() {
        return does(PhoneHabit.BUSY);
    }

    /** It has rung until the carrier gave up; no time needs to pass for it. */
    public Telephone ringsOut() {
        return does(PhoneHabit.RINGS_OUT);
    }

    public Telephone isDead() {
        return does(PhoneHabit.DEAD);
    }

    public Telephone voicemailAnswers() {
        SimulatedPhone.does(call(), PhoneHabit.VOICEMAIL);
        town.await(this + "'s voicemail to answer", () -> call().isAnswered() || call().isOver());
        return this;
    }

    private Telephone does(PhoneHabit what) {
        SimulatedPhone.does(call(), what);
        return isCutOff();
    }

    /** Waits until it no longer rings because somebody else ended it. */
    public Telephone stopsRinging() {
        return isCutOff();
    }

    public Telephone alwaysAnswers() {
        return always(PhoneHabit.ANSWERS);
    }

    public Telephone alwaysDeclines() {
        return always(PhoneHabit.DECLINES);
    }

    public Telephone isAlwaysBusy() {
        return always(PhoneHabit.BUSY);
    }

    public Telephone alwaysRingsOut() {
        return always(PhoneHabit.RINGS_OUT);
    }

    public Telephone isAlwaysDead() {
        return always(PhoneHabit.DEAD);
    }

    public Telephone hasVoicemailAlways() {
        return always(PhoneHabit.VOICEMAIL);
    }

    /** From now on it rings until somebody does something; calls while it had a habit stay expected. */
    public Telephone waitsForItsOwner() {
        return always(PhoneHabit.BY_HAND);
    }

    private Telephone always(PhoneHabit habit) {
        onItsOwn = true;
        town.exchange().phone(number).habit(habit);
        return this;
    }

    boolean expectsCalls() {
        return onItsOwn;
    }

    /** Waits for the call that its habit has answered, to listen in. */
    public Telephone isAnswered() {
        town.await(this + " to be answered", () -> {
            var answered = calls().stream().filter(c -> c.isAnswered() && !town.isNoticed(c)).findFirst();
            answered.ifPresent(this::takes);
            return answered.isPresent();
        });
        return this;
    }

    /** How many calls this phone has had. */
    public int timesCalled() {
        return calls().size();
    }

    private List<SimulatedCall> calls() {
        Predicate<SimulatedCall> toMe = c -> c.direction != Direction.INBOUND && c.to.equals(number);
        return town.exchange().calls().stream().filter(toMe).toList();
    }

    /** Waits for the next text message to this phone and checks that it contains the words. */
    public Telephone reads(String words) {
        town.await(this + " to get a text", () -> texts().size() > textsRead);
        var text = texts().get(textsRead++);
        town.noticeText(text);
        if (!text.body.contains(words)) {
            throw town.failure(this + " read “" + text.body + "”, not “" + words + "”");
        }
        return this;
    }

    private List<SimulatedMessage> texts() {
        return town.exchange().account.messages().stream().filter(message -> message.to.equals(number)).toList();
    }

    @Override
    SimulatedCall call() {
        if (call == null) {
            throw town.failure(this + " has no call: rings() comes first");
        }
        return call;
    }

    @Override
    Telephone self() {
        return this;
    }

    @Override
    public String toString() {
        return "phone " + number;
    }
}
