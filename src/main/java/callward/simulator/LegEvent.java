package callward.simulator;

/** Whatever can happen to a leg of a call while its worker waits. */
sealed interface LegEvent {

    /** The person pressed one key. */
    record Pressed(char key) implements LegEvent {
    }

    /** The person said something; {@code sound} is null when it was only typed. */
    record Spoke(String text, Sound sound) implements LegEvent {
    }

    /** The person is speaking; the words follow. */
    record Speaking() implements LegEvent {
    }

    /** The person has heard the lines up to this one; their rest need not be waited for. */
    record HeardEnough(int upTo) implements LegEvent {
    }

    record PickedUp(boolean byMachine) implements LegEvent {
    }

    /** The phone will not be answered, for the reason that the status says. */
    record NotAnswered(CallStatus status, int sipCode) implements LegEvent {
    }

    record HungUp() implements LegEvent {
    }

    /** Somebody else ends this leg: the REST API, or the leg that dialled it. */
    record Ended(CallStatus status) implements LegEvent {
    }

    /** The REST API sends the leg to another document. */
    record Redirected(Instruction instruction) implements LegEvent {
    }

    /** A leg that this one dialled was picked up and has listened to its whisper. */
    record ChildReady(SimulatedCall child, Bridge bridge) implements LegEvent {
    }

    record ChildOver(SimulatedCall child) implements LegEvent {
    }

    record PartnerLeft(Bridge bridge) implements LegEvent {
    }

    /** The leg at the other end of a {@code <Dial><Queue>} took this one out of its queue. */
    record CalledFromQueue(QueuePickUp pickUp) implements LegEvent {
    }

    record RedirectedFromQueue(Instruction instruction) implements LegEvent {
    }

    /** A member joined the queue that this leg has dialled. */
    record QueueHasMember() implements LegEvent {
    }

    /** The conference changed (begun, muted, ended): look again. */
    record ConferenceChanged() implements LegEvent {
    }

    /** The time that was waited for has come. */
    record TimeUp() implements LegEvent {
        static final TimeUp NOW = new TimeUp();
    }
}
