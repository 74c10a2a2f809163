package callward.flow;

import callward.flow.Turn.Next;
import callward.wording.Facts;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asks the caller for digits and keeps them as a fact.
 *
 * @param name      the fact's name, as in {@code {{ticket.number}}}; what the carrier told us of caller, line and call stays as it is
 * @param minDigits 1 to 50, 0 for 1
 * @param maxDigits 1 to 50, 0 for 20
 * @param finishKey one of {@code 0-9 * #}, empty for none, null for {@code #}
 * @param check     null: none
 * @param seconds   silence before it counts as no answer: 1 to 60, 0 for 5
 * @param tries     how often it asks in all: 1 to 10, 0 for 3
 * @param sorry     heard before it asks again; empty: our own words
 * @param next      where a right answer leads; null: the call ends politely
 * @param otherwise where a caller goes who never gives one, usually to a person; null: the call ends politely
 */
public record Ask(String id, String name, List<Utterance> says, int minDigits, int maxDigits, String finishKey, Check check,
                  int seconds, int tries, List<Utterance> sorry, String next, String otherwise) implements Step {

    /** How an answer is looked up before it counts. */
    public enum Check { NONE, TICKET }

    public Ask {
        Bounds.id(id);
        if (name == null || !name.matches("(?!(caller|line|call)\\.)[A-Za-z][A-Za-z0-9_.-]{0,63}")) {
            throw new IllegalArgumentException("name of step \"" + id + "\" must be letters, digits and dots like ticket.number,"
                    + " and not one of caller. line. call., not \"" + name + "\"");
        }
        says = Bounds.list(says);
        minDigits = Bounds.number("minDigits", id, minDigits, 1, 50, 1);
        maxDigits = Bounds.number("maxDigits", id, maxDigits, minDigits, 50, Math.max(20, minDigits));
        finishKey = Bounds.keys("finishKey", id, finishKey, 1, "#");
        check = check == null ? Check.NONE : check;
        seconds = Bounds.number("seconds", id, seconds, 1, 60, 5);
        tries = Bounds.number("tries", id, tries, 1, 10, 3);
        sorry = Bounds.list(sorry);
        next = Bounds.orEnd(next);
        otherwise = Bounds.orEnd(otherwise);
    }

    @Override
    public List<String> leadsTo() {
        return Bounds.named(next, otherwise);
    }

    @Override
    public String givesUp() {
        return otherwise;
    }

    @Override
    public List<Utterance> utterances() {
        return Stream.concat(says.stream(), sorry.stream()).toList();
    }

    Next enter(Moment moment) {
        return ask(moment, List.of());
    }

    Next on(Moment moment, CallEvent event) {
        return switch (event) {
            case CallEvent.Entered entered -> check(moment, entered.digits());
            case CallEvent.Spoke spoke -> again(moment);
            case CallEvent.Silent silent -> again(moment);
            case CallEvent.TimeIsUp timeIsUp -> moment.goTo(otherwise);
            default -> ask(moment, List.of());
        };
    }

    private Next check(Moment moment, String digits) {
        if (!digits.matches("\\d{" + minDigits + "," + maxDigits + "}")) {
            return again(moment);
        }
        if (check == Check.TICKET) {
            return moment.findOut(new Question.TicketNumbered(digits));
        }
        moment.facts = moment.facts.with(name, digits);
        return moment.goTo(next);
    }

    Next learn(Moment moment, Question.TicketNumbered asked, Answer answer) {
        if (answer instanceof Answer.Known known) {
            moment.facts = known(moment.facts, known.facts()).with(name, asked.number());
            return moment.goTo(next);
        }
        moment.tries++;
        if (moment.tries < tries) {
            return ask(moment, noSuchTicket(moment, asked.number()));
        }
        noSuchTicket(moment, asked.number()).forEach(moment::say);
        return moment.goTo(otherwise);
    }

    /** Our own words name the ticket; the author's regret serves in languages that we do not speak. */
    private List<Verb.Prompt> noSuchTicket(Moment moment, String number) {
        return sorry.isEmpty() || Phrase.NO_SUCH_TICKET.isKnownIn(moment.tongue())
                ? List.of(Phrase.NO_SUCH_TICKET.in(moment.tongue(), Facts.of("ticket.number", number)))
                : moment.prompts(sorry);
    }

    /** A ticket's customer takes the place of the one the caller's number told us, and never mixes with him. */
    private static Facts known(Facts before, Facts learned) {
        Facts customer = learned.under("customer.");
        Facts kept = customer.values().isEmpty() ? before : before.without("customer.");
        return kept.without("ticket.").with(customer).with(learned.under("ticket."));
    }

    private Next again(Moment moment) {
        moment.tries++;
        return moment.tries < tries ? ask(moment, moment.prompts(sorry, Phrase.SORRY)) : moment.goTo(otherwise);
    }

    private Next ask(Moment moment, List<Verb.Prompt> before) {
        List<Verb.Prompt> prompts = Stream.concat(before.stream(), moment.prompts(says).stream()).toList();
        return moment.await(new Verb.Gather(prompts, false, maxDigits, finishKey, seconds, List.of(), moment.tongue()));
    }
}
