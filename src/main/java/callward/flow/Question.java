package callward.flow;

import callward.phone.PhoneNumber;
import callward.wording.Facts;
import java.util.List;

/** What the engine must know from outside before it can go on. Each has an {@link Answer}; "don't know" is always one. */
public sealed interface Question {

    /** → {@link Answer.Known} with {@code customer.*}, or {@link Answer.Unknown}. */
    record WhoCalls(PhoneNumber number) implements Question { }

    /** → {@link Answer.Known} with {@code ticket.*} and {@code customer.*}, or {@link Answer.Unknown}. */
    record TicketNumbered(String number) implements Question { }

    /** → {@link Answer.Targets}, in the order of the keys; what cannot be rung is left out, or told with its reason. */
    record WhereIs(List<String> destinations) implements Question { }

    /**
     * → {@link Answer.Targets}, as for {@code WhereIs}; but the telephones of who talks to somebody are not rung either.
     *
     * @param gone SIDs of legs that are no talks any more, though the carrier may not have said so yet
     */
    record WhoCanTalk(List<String> destinations, List<String> gone) implements Question { }

    /**
     * → {@link Answer.Members}, or {@link Answer.Unknown} when there is no such group.
     *
     * @param group key of the group
     * @param facts of the call: who calls, and what its callers' wishes are read from
     */
    record WhoIsFree(String group, Facts facts) implements Question { }

    /**
     * → {@link Answer.Queue}, or {@link Answer.Unknown} when there is no such group.
     *
     * @param group key of the group
     * @param facts of the call, as above
     */
    record MayWait(String group, Facts facts) implements Question { }

    /**
     * → {@link Answer.Allowed}: whether we would call somebody who asks to be called back.
     *
     * @param facts of the call, as above
     */
    record MayCallBack(PhoneNumber number, Facts facts) implements Question { }

    /** → {@link Answer.Open}. */
    record IsOpen(String calendar) implements Question { }
}
