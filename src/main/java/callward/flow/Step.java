package callward.flow;

import java.util.List;
import java.util.stream.Stream;

/** One step of a script. Its behaviour stands in the file of its kind; {@link CallFlow} walks them. */
public sealed interface Step permits Greet, Menu, Ask, Ring, RingGroup, Hold, TakeMessage, ByTime, SendText, HandOver, HangUp, Reject {

    /** Unique within a script, chosen by its author. */
    String id();

    /** The steps it can go to; an end of the call is not among them. */
    List<String> leadsTo();

    /** Where a caller goes who gets nowhere in it; null where it is an end itself, or leads to none. */
    String givesUp();

    /** Everything its author lets a caller hear in it. */
    List<Utterance> utterances();

    /** Keys of the greetings it plays. */
    default List<String> greetings() {
        return utterances().stream()
                .flatMap(heard -> heard instanceof Utterance.Sound sound ? Stream.of(sound.greeting()) : Stream.empty())
                .distinct().toList();
    }
}
