package callward.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Happening.Outcome;
import callward.house.Covers;
import org.junit.jupiter.api.Test;

class ExampleCallTest {

    private static final String JOHN = "+15553334444";

    private final Conversation call = Conversation.with(Scripts.example())
            .knowsTicket("1234", "Widget does not turn", "John Doe").knowsCustomer(JOHN, "Johnny");

    @Test
    @Covers({"S0.10", "S0.06", "S0.04"})
    void a_caller_with_a_ticket_is_greeted_by_name_and_put_through() {
        call.calls(JOHN).hears("Welcome to Widgets Incorporated.", "press 1").isAsked()
                .presses("1").hears("ticket number").isAsked()
                .presses("1234").hears("Hello John Doe. We will talk about ticket 1 2 3 4.").popsUpFor("tom", "ann").rings("tom")
                .knows("ticket.title", "Widget does not turn").knows("ticket.url", "/tickets/1234")
                .talks(60).tells(new Happening.WasAnswered("Tom"), new Happening.Ended(Outcome.ANSWERED))
                .isHungUpOn().endsAs(Outcome.ANSWERED);
    }

    @Test
    @Covers("S0.10")
    void the_pop_up_is_told_in_the_turn_that_first_rings_and_never_again() {
        call.calls(JOHN).popsUpFor().presses("2").popsUpFor("tom", "ann").rings("tom").nobodyAnswers().popsUpFor().rings("ann");
    }

    @Test
    @Covers("S0.11")
    void a_caller_without_a_ticket_is_known_by_his_number() {
        call.calls(JOHN).knows("customer.id", "7").presses("2").hears("Hello Johnny, one moment please.").rings("tom")
                .knows("customer.url", "/customers/7").knows("ticket.number", null);
    }

    @Test
    @Covers({"S0.11", "S0.06"})
    void an_unknown_caller_is_put_through_all_the_same() {
        call.calls("+15559998888").presses("2").hears("Hello, one moment please.").rings("tom");
    }

    @Test
    @Covers("S0.11")
    void a_caller_who_hides_his_number_is_put_through_all_the_same() {
        call.calls("anonymous").presses("2").hears("Hello, one moment please.").rings("tom");
        assertTrue(call.questions().stream().noneMatch(Question.WhoCalls.class::isInstance));
        assertEquals("+15551000000", call.last(Verb.Dial.class).callerId());
    }

    @Test
    @Covers("S0.12")
    void an_unknown_ticket_is_said_politely_asked_again_and_leads_to_a_person() {
        call.calls(JOHN).presses("1")
                .presses("99").hears("Sorry, I cannot find ticket 9 9.", "enter your ticket number").isAsked()
                .presses("98").hears("Sorry, I cannot find ticket 9 8.").isAsked()
                .presses("97").hears("Sorry, I cannot find ticket 9 7.").rings("tom").knows("ticket.number", null);
    }

    @Test
    @Covers("S0.12")
    void wrong_digits_and_silence_are_said_politely_and_lead_to_a_person() {
        call.calls(JOHN).presses("9").hears("Sorry, I did not get that.", "press 1").isAsked()
                .isSilent().hears("Sorry, I did not get that.").isAsked()
                .isSilent().rings("tom");
    }

    @Test
    @Covers("S0.12")
    void a_wrong_ticket_may_be_put_right() {
        call.calls(JOHN).presses("1").presses("99").isSilent().isAsked().presses("1234").hears("Hello John Doe").rings("tom");
    }

    @Test
    @Covers("S0.13")
    void telephones_ring_in_order_the_first_one_first() {
        call.calls(JOHN).presses("2").rings("tom").nobodyAnswers().rings("ann").talks(10)
                .tells(new Happening.WasAnswered("Ann"), new Happening.Ended(Outcome.ANSWERED));
    }

    @Test
    @Covers({"S0.13", "S0.09"})
    void a_caller_nobody_answers_may_leave_a_message() {
        call.calls(JOHN).presses("2").nobodyAnswers().isBusy().hears("Please leave a message.").isRecorded()
                .leavesMessage("RE1", 12).hears("Thank you.").isHungUpOn()
                .tells(new Happening.MessageLeft("support", "RE1", 12), new Happening.Ended(Outcome.VOICEMAIL))
                .endsAs(Outcome.VOICEMAIL);
    }
}
