package callward.simulator;

import java.util.List;

/** The phone at the far end of an outgoing leg, with the person, or the mailbox, behind it. */
final class SimulatedPhone {

    private final String number;
    private volatile PhoneHabit habit = PhoneHabit.BY_HAND;

    SimulatedPhone(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    PhoneHabit habit() {
        return habit;
    }

    void habit(PhoneHabit habit) {
        this.habit = habit;
    }

    /** A call arrives: what happens by itself. */
    void rung(SimulatedCall call) {
        does(call, call.parent != null && call.parent.byHand ? PhoneHabit.BY_HAND : habit);
    }

    static void does(SimulatedCall call, PhoneHabit habit) {
        switch (habit) {
            case BY_HAND -> {
                // somebody will press a button, or the call rings out
            }
            case ANSWERS -> call.post(new LegEvent.PickedUp(false));
            case VOICEMAIL -> call.post(new LegEvent.PickedUp(true));
            case DECLINES -> call.post(new LegEvent.NotAnswered(CallStatus.BUSY, 603));
            case BUSY -> call.post(new LegEvent.NotAnswered(CallStatus.BUSY, 486));
            case RINGS_OUT -> call.post(new LegEvent.NotAnswered(CallStatus.NO_ANSWER, 487));
            case DEAD -> call.post(new LegEvent.NotAnswered(CallStatus.FAILED, 404));
        }
    }

    /** What the mailbox behind the phone says before its tone. */
    List<String> greeting() {
        return List.of("Hello, you have reached the voicemail of " + number + ". Please leave a message after the tone.");
    }
}
