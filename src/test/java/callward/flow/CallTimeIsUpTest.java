package callward.flow;

import static callward.flow.Scripts.end;
import static callward.flow.Scripts.of;
import static callward.flow.Scripts.says;

import callward.flow.Happening.Ended;
import callward.flow.Happening.NobodyAnswered;
import callward.flow.Happening.Outcome;
import callward.house.Covers;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody talks to a caller for as long as a call may go on so: what he hears then, in every kind of step. */
@Covers("B14")
class CallTimeIsUpTest {

    private static final String JOHN = "+15553334444";
    private static final TakeMessage MAILBOX = new TakeMessage("mailbox", says("Please leave a message."), "support", 60, 5, "#", false, List.of());

    @Test
    void a_caller_for_whom_it_rings_comes_to_the_mailbox_and_the_others_are_not_rung() {
        timeIsUp(ring("mailbox"), MAILBOX).hears("leave a message").isRecorded().passesOver("ann OUT_OF_TIME");
    }

    @Test
    void it_is_told_once_that_nobody_answered() {
        Conversation call = timeIsUp(ring("mailbox"), MAILBOX);
        call.tells(new NobodyAnswered(List.of(call.news().stream().filter(Happening.AboutToRing.class::isInstance)
                .map(Happening.AboutToRing.class::cast).findFirst().orElseThrow().targets().getFirst())));
    }

    @Test
    void who_is_asked_is_not_asked_again_on_the_way() {
        timeIsUp(menu("menu", "ask"), ask("ring"), new Ring("ring", List.of(), List.of("tom"), 0, 0, "mailbox"), MAILBOX).hears("leave a message").isRecorded();
        timeIsUp(ask("mailbox"), MAILBOX).isRecorded();
    }

    @Test
    void what_leads_to_the_mailbox_is_heard_and_what_rings_before_is_not() {
        timeIsUp(ring("early"), new Greet("early", says("We try somebody else."), "more"), new Ring("more", List.of(), List.of("bo"), 0, 0, "sorry"),
                new Greet("sorry", says("Nobody is here."), "mailbox"), MAILBOX).hears("Nobody is here.", "leave a message").doesNotHear("somebody else");
    }

    @Test
    void out_of_hours_is_the_way_of_those_who_get_nowhere() {
        timeIsUp(ring("hours"), new ByTime("hours", "office", "again", "mailbox"), menu("again", null), MAILBOX).isRecorded();
    }

    @Test
    void the_authors_own_end_is_heard_where_there_is_no_mailbox() {
        timeIsUp(ring("end"), end("end")).hears("This is end.").isHungUpOn().endsAs(Outcome.MISSED);
    }

    @Test
    void where_the_script_has_neither_the_caller_hears_that_nobody_can_take_the_call() {
        timeIsUp(ring(null)).hears("nobody can take your call").isHungUpOn().endsAs(Outcome.MISSED);
        timeIsUp(menu("menu", null)).hears("nobody can take your call").tells(new Ended(Outcome.MISSED));
        timeIsUp(ring("no")  , new Reject("no", true)).hears("nobody can take your call");
    }

    @Test
    void a_way_in_a_circle_and_a_way_to_nowhere_end_in_words() {
        timeIsUp(menu("menu", "ask"), ask("menu")).hears("nobody can take your call").isHungUpOn();
        timeIsUp(menu("menu", "nowhere")).hears("nobody can take your call").isHungUpOn();
    }

    @Test
    void who_was_handed_over_goes_on_where_he_would_have_come_back() {
        timeIsUp(new HandOver("studio", URI.create("https://other.example/flow"), "mailbox"), MAILBOX).isRecorded();
    }

    @Test
    void in_spanish_the_words_are_spanish() {
        Conversation.with(Scripts.inSpanish(ring(null))).calls(JOHN).happens(new CallEvent.CallTimeIsUp(Instant.EPOCH)).hears("nadie puede atender");
    }

    private static Conversation timeIsUp(Step... steps) {
        return Conversation.with(of(steps)).calls(JOHN).isNotOver().happens(new CallEvent.CallTimeIsUp(Instant.parse("2026-11-20T10:10:00Z")));
    }

    private static Ring ring(String unanswered) {
        return new Ring("people", List.of(), List.of("tom", "ann"), 0, 0, unanswered);
    }

    private static Menu menu(String id, String otherwise) {
        return new Menu(id, says("Press 1."), List.of(), false, 5, 3, List.of(), otherwise);
    }

    private static Ask ask(String otherwise) {
        return new Ask("ask", "a", says("Which one?"), 1, 10, "#", null, 5, 3, List.of(), null, otherwise);
    }
}
