package callward.script;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * One line of a call test: what caller, agents and carrier do, or what is expected of us meanwhile. An expectation looks at what
 * came of the last doing; several may follow one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Move.Hears.class, name = "hears"),
    @JsonSubTypes.Type(value = Move.GetsText.class, name = "gets-text"),
    @JsonSubTypes.Type(value = Move.Rings.class, name = "rings"),
    @JsonSubTypes.Type(value = Move.Presses.class, name = "presses"),
    @JsonSubTypes.Type(value = Move.Says.class, name = "says"),
    @JsonSubTypes.Type(value = Move.StaysSilent.class, name = "stays-silent"),
    @JsonSubTypes.Type(value = Move.NobodyAnswers.class, name = "nobody-answers"),
    @JsonSubTypes.Type(value = Move.IsBusy.class, name = "is-busy"),
    @JsonSubTypes.Type(value = Move.IsAnswered.class, name = "is-answered"),
    @JsonSubTypes.Type(value = Move.Declines.class, name = "declines"),
    @JsonSubTypes.Type(value = Move.PicksUpInSilence.class, name = "picks-up-in-silence"),
    @JsonSubTypes.Type(value = Move.LeavesMessage.class, name = "leaves-message"),
    @JsonSubTypes.Type(value = Move.ComesBack.class, name = "comes-back"),
    @JsonSubTypes.Type(value = Move.HangsUp.class, name = "hangs-up")})
public sealed interface Move {

    /** Looks, and does nothing. */
    sealed interface Expectation extends Move { }

    /**
     * The caller hears these words among others; accents, capitals and punctuation do not count, and {@code 1 2 3 4} is {@code 1234}.
     *
     * @param words a greeting is heard as its key in brackets: {@code [welcome]}
     */
    record Hears(String words) implements Expectation { }

    /**
     * A text message with these words among others goes to the caller.
     *
     * @param words words of it, in order
     */
    record GetsText(String words) implements Expectation { }

    /**
     * These telephones ring.
     *
     * @param destinations keys of the telephones that ring now and, when nobody answers, next, in order
     */
    record Rings(List<String> destinations) implements Expectation {
        public Rings {
            destinations = destinations == null ? List.of() : List.copyOf(destinations);
        }
    }

    /**
     * The caller presses keys.
     *
     * @param keys of {@code 0-9 * #}, without the key that ends them
     */
    record Presses(String keys) implements Move { }

    /**
     * The caller speaks.
     *
     * @param words what he says
     */
    record Says(String words) implements Move { }

    /** Neither presses nor says anything until the time is up. */
    record StaysSilent() implements Move { }

    /** The telephone that rings is let ring. */
    record NobodyAnswers() implements Move { }

    /** The telephone that rings is busy, declines, or cannot be reached. */
    record IsBusy() implements Move { }

    /**
     * The telephone that rings is answered.
     *
     * @param by key of the destination, or the name of the agent; null: whoever it is
     */
    record IsAnswered(String by) implements Move { }

    /**
     * Whoever picks up is asked whether he takes the call, and declines.
     *
     * @param by key of the destination, or the name of the agent; null: the first that rings
     */
    record Declines(String by) implements Move { }

    /**
     * A telephone is picked up and nobody presses a key, as a voicemail does.
     *
     * @param by key of the destination, or the name of the agent; null: the first that rings
     */
    record PicksUpInSilence(String by) implements Move { }

    /**
     * The caller leaves a message.
     *
     * @param mailbox key of the mailbox that it is for; null: whichever it is
     * @param seconds 0 (also when left out): says nothing
     * @param hangsUp whether the caller puts the receiver down rather than end it by a key or by silence; false when left out
     */
    record LeavesMessage(String mailbox, Integer seconds, Boolean hangsUp) implements Move {
        public LeavesMessage {
            seconds = seconds == null ? 0 : seconds;
            hangsUp = hangsUp != null && hangsUp;
        }
    }

    /** The call comes back from where it was handed over to. */
    record ComesBack() implements Move { }

    /** The caller hangs up. */
    record HangsUp() implements Move { }

    /** As JSON names it: {@code leaves-message}. */
    default String kind() {
        return StepsJson.kindOf(getClass());
    }
}
