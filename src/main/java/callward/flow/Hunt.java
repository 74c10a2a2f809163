package callward.flow;

import java.util.List;

/**
 * How far a ringing step has come with its telephones.
 *
 * @param rules    of the group that is rung; null for telephones that the step names itself
 * @param everyone all that may be rung, in order
 * @param ringing  how many of those still to be rung ring now, the first ones; 0 between two ringings
 * @param round    how often everybody has been, or is being, rung
 * @param declined who has said that he does not take the call: his agent, or the telephone's key where it is nobody's
 * @param oneByOne nobody could tell who of several had picked up: from then on it can only be one
 */
public record Hunt(RingRules rules, List<Verb.Target> everyone, int ringing, int round, List<String> declined, boolean oneByOne) {

    public Hunt {
        everyone = Bounds.list(everyone);
        declined = Bounds.list(declined);
    }

    /** A step that does not ring, or one in a call that was saved before rounds were known: the first telephone rings. */
    static final Hunt NONE = new Hunt(null, List.of(), 1, 1, List.of(), false);

    static Hunt of(RingRules rules, List<Verb.Target> everyone) {
        return new Hunt(rules, everyone, 0, 1, List.of(), false);
    }

    Hunt ringing(int telephones) {
        return new Hunt(rules, everyone, telephones, round, declined, oneByOne);
    }

    Hunt nextRound() {
        return new Hunt(rules, everyone, 0, round + 1, declined, oneByOne);
    }

    Hunt declinedBy(List<String> names) {
        return new Hunt(rules, everyone, ringing, round, names, oneByOne);
    }

    Hunt singly() {
        return new Hunt(rules, everyone, 0, round, declined, true);
    }
}
