package callward.journey;

import static callward.journey.BranchOffice.MESSAGE;
import static callward.journey.BranchOffice.RING;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.simulator.Caller;
import callward.simulator.Telephone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Where calls of every type can be when a server dies. Each place has a branch office of its own; somebody comes to it in each life, and what becomes of
 * him in the next one is what would have become of him without a death.
 */
final class PlacesInCalls {

    /**
     * @param way brings somebody there in a life
     * @param <T> what he does in the next life; or first, a wish that he has in this one
     */
    record Place<T>(String name, BranchOffice office, BiFunction<BranchOffice, Integer, T> way) {

        T reachedIn(int life) {
            return way.apply(office, life);
        }
    }

    private static final String IN_ORDER = "IN_ORDER";
    private static final String AT_ONCE = "ALL_AT_ONCE";
    private static final String MENU = """
            {"kind": "menu", "id": "menu", "says": [{"text": "For a ticket press 1, else press 2."}], "seconds": 60, "tries": 3, "otherwise": "message",
             "choices": [{"key": "1", "next": "ticket"}, {"key": "2", "next": "ring"}]}""";
    private static final String TICKET = """
            {"kind": "ask", "id": "ticket", "name": "ticket.number", "says": [{"text": "Your ticket number, please."}], "finishKey": "#", "check": "TICKET",
             "seconds": 60, "tries": 3, "next": "hello", "otherwise": "ring"}""";
    private static final String HELLO = """
            {"kind": "greet", "id": "hello", "says": [{"text": "Hello {{customer.name}}."}], "next": "ring"}""";
    private static final String HOLD = """
            {"kind": "hold", "id": "hold", "says": [{"text": "Please hold."}], "group": "GROUP", "message": "message", "callback": true, "unanswered": "message"}""";
    private static final String TEXT = """
            {"kind": "send-text", "id": "text", "text": "We will call you back.", "next": "bye"}""";
    private static final String BYE = """
            {"kind": "hang-up", "id": "bye", "says": [{"text": "Look at your messages."}]}""";

    /** No telephone rings for whoever has clicked so long ago. */
    private static final Duration TOO_LATE = Duration.ofSeconds(60);
    /** Whoever has not taken a caller so long after picking up is a machine. */
    private static final Duration MACHINE = Duration.ofSeconds(90);

    private final MortalDesk desk;
    /** Whatever had to be asked of the carrier has been. */
    private final List<Place<Runnable>> asked = new ArrayList<>();
    /** The carrier has turned us away for the moment: what is wanted stands in our database and nowhere else. */
    private final List<Place<Supplier<Runnable>>> wanted = new ArrayList<>();
    private int offices = 20;

    PlacesInCalls(MortalDesk desk) {
        this.desk = desk;
        ofAGroup();
        ofAMessage();
        ofATransfer();
        ofAsking();
        ofAQueue();
        ofACallback();
        // no setting makes the product more patient with these: who came late goes on early
        ofAMenu();
        ofAnOutgoingCall();
        ofQuestions();
        ofOrders();
    }

    List<Place<Runnable>> asked() {
        return asked;
    }

    List<Place<Supplier<Runnable>>> wanted() {
        return wanted;
    }

    int count() {
        return asked.size() + wanted.size();
    }

    private static <T> void at(List<Place<T>> places, String name, BranchOffice office, BiFunction<BranchOffice, Integer, T> way) {
        places.add(new Place<>(name, office, way));
    }

    private BranchOffice office(int people, String strategy, String... steps) {
        return new BranchOffice(desk, offices++, people, strategy, steps);
    }

    private BranchOffice ringing(int people, String strategy) {
        return office(people, strategy, RING, MESSAGE);
    }

    // ---- callers who choose, and callers who are rung for ------------------------------------------------------------------

    private void ofAMenu() {
        at(asked, "at the menu", office(1, IN_ORDER, MENU, TICKET, HELLO, RING, MESSAGE), (office, life) -> {
            Caller caller = office.isCalled(life).hears("press 1");
            return () -> {
                caller.presses("2").hears("One moment");
                office.phone(0).rings();
                office.isTakenAndTalks(caller, 0);
            };
        });
        at(asked, "keying in a ticket", office(1, IN_ORDER, MENU, TICKET, HELLO, RING, MESSAGE), (office, life) -> {
            Caller caller = office.isCalled(life).hears("press 1").presses("1").hears("ticket number").presses("12");
            return () -> {
                caller.presses("34#").hears("Hello John Doe");
                office.phone(0).rings().declines();
                office.leavesMessage(caller);
                office.cameTo("VOICEMAIL", caller.callSid());
            };
        });
    }

    private void ofAGroup() {
        at(asked, "ringing in order", ringing(2, IN_ORDER), (office, life) -> {
            Caller caller = office.isCalled(life).hears("One moment");
            office.phone(0).rings();
            return () -> {
                office.phone(0).ringsOut();
                office.phone(1).rings();
                office.isTakenAndTalks(caller, 1);
            };
        });
        at(asked, "ringing all at once", ringing(3, AT_ONCE), (office, life) -> {
            Caller caller = office.isCalled(life).hears("One moment");
            office.phone(0).rings();
            office.phone(1).rings();
            office.phone(2).rings();
            return () -> {
                office.phone(0).declines();
                office.takes(caller, 1);
                office.phone(2).stopsRinging();
                office.part(caller, 1);
            };
        });
        at(asked, "the question is heard", ringing(2, AT_ONCE), (office, life) -> {
            Caller caller = office.isCalled(life).hears("One moment");
            office.phone(1).rings();
            office.phone(0).rings().answers().hears("Call for");
            office.phone(1).stopsRinging();
            return () -> {
                if (life % 2 == 0) {
                    office.phone(0).presses("5");
                    office.meet(caller, office.phone(0));
                    office.part(caller, 0);
                } else {
                    office.phone(0).presses("*").isCutOff();
                    office.phone(1).rings();
                    office.isTakenAndTalks(caller, 1);
                }
            };
        });
        at(asked, "talking", ringing(1, AT_ONCE), (office, life) -> {
            Caller caller = office.isCalled(life);
            office.phone(0).rings();
            office.takes(caller, 0);
            return () -> {
                office.meet(caller, office.phone(0));
                office.part(caller, 0);
            };
        });
    }

    private void ofAMessage() {
        at(asked, "at the tone", ringing(1, AT_ONCE), (office, life) -> {
            Caller caller = office.isCalled(life);
            office.phone(0).rings().declines();
            caller.hears("leave a message").hearsTone();
            return () -> {
                office.saysAfterTheTone(caller);
                office.cameTo("VOICEMAIL", caller.callSid());
            };
        });
        at(asked, "a message that was just left", ringing(1, AT_ONCE), (office, life) -> {
            Caller caller = office.isCalled(life);
            office.phone(0).rings().declines();
            office.leavesMessage(caller);
            return () -> office.cameTo("VOICEMAIL", caller.callSid());
        });
    }

    // ---- calls of ours -----------------------------------------------------------------------------------------------------

    private void ofAnOutgoingCall() {
        at(asked, "an agent who calls is rung", ringing(1, IN_ORDER), (office, life) -> {
            Telephone customer = somebody(life);
            Telephone agent = office.calls(customer).rings();
            return () -> {
                agent.answers().hears("Call to").presses("5");
                talks(office, agent, customer.rings().answers());
            };
        });
        at(asked, "a customer who is called is rung", ringing(1, IN_ORDER), (office, life) -> {
            Telephone customer = somebody(life);
            Telephone agent = office.calls(customer).rings().answers().hears("Call to").presses("5");
            customer.rings();
            return () -> {
                if (life % 2 == 0) {
                    talks(office, agent, customer.answers());
                } else {
                    customer.isBusy();
                    agent.hears("Nobody answers").isCutOff();
                    office.cameTo("NOT_REACHED", agent.callSid());
                }
            };
        });
        at(asked, "an agent talks to whom he has called", ringing(1, IN_ORDER), (office, life) -> {
            Telephone customer = somebody(life);
            Telephone agent = office.calls(customer).rings().answers().hears("Call to").presses("5");
            customer.rings().answers().isConnected();
            return () -> talks(office, agent, customer);
        });
        at(asked, "an agent tries his telephone", ringing(1, IN_ORDER), (office, life) -> {
            Telephone agent = office.triesHisTelephone().rings();
            return () -> {
                agent.answers().hears("telephone works").presses("5").hears("Your key was heard").isCutOff();
                office.cameTo("ANSWERED", agent.callSid());
            };
        });
    }

    private static void talks(BranchOffice office, Telephone agent, Telephone customer) {
        customer.isConnected().says("John Doe here");
        agent.hears("John Doe here").says("Your widget is ready");
        customer.hears("widget is ready").hangsUp();
        agent.isCutOff();
        office.cameTo("ANSWERED", agent.callSid());
    }

    private int strangers;

    /** With a number that may be called: those of examples are nobody's. */
    private Telephone somebody(int life) {
        return desk.phone("+1415555%02d%02d".formatted(life, strangers++ % 100));
    }

    // ---- callers who are sent on -------------------------------------------------------------------------------------------

    private void ofATransfer() {
        at(asked, "whom a caller is sent to is rung", ringing(2, IN_ORDER), (office, life) -> {
            Caller caller = talksToTheFirst(office, life);
            office.transfers(caller, 1);
            office.phone(0).isCutOff();
            caller.hears("connecting you");
            office.phone(1).rings();
            return () -> {
                office.meet(caller, office.phone(1).answers());
                office.part(caller, 1);
            };
        });
        at(asked, "a caller comes back from where nobody answered", ringing(2, IN_ORDER), (office, life) -> {
            Caller caller = talksToTheFirst(office, life);
            office.transfers(caller, 1);
            office.phone(1).rings().declines();
            caller.hears("Nobody answers there");
            office.phone(0).rings();
            return () -> {
                if (life % 2 == 0) {
                    office.meet(caller, office.phone(0).answers());
                    office.part(caller, 0);
                } else {
                    office.phone(0).declines();
                    office.leavesMessage(caller);
                    office.cameTo("VOICEMAIL", caller.callSid());
                }
            };
        });
        at(asked, "talking to whom the caller was sent to", ringing(2, IN_ORDER), (office, life) -> {
            Caller caller = talksToTheFirst(office, life);
            office.transfers(caller, 1);
            office.phone(1).rings().answers().isConnected();
            return () -> {
                office.meet(caller, office.phone(1));
                office.part(caller, 1);
            };
        });
    }

    private void ofAsking() {
        at(asked, "a colleague is rung who is asked first", ringing(2, IN_ORDER), (office, life) -> {
            Caller caller = asksTheSecond(office, life);
            office.phone(1).rings();
            return () -> {
                if (life % 2 == 0) {
                    office.phone(1).answers().hears("asks you").presses("5").isConnected();
                    office.phone(0).hangsUp();
                } else {
                    office.phone(0).hangsUp();
                    office.phone(1).answers().hears("asks you").presses("5");
                }
                office.meet(caller, office.phone(1).hears("Here is the caller"));
                office.part(caller, 1);
            };
        });
        at(asked, "two talk about a caller who waits", ringing(2, IN_ORDER), (office, life) -> {
            Caller caller = asksTheSecond(office, life);
            office.phone(1).rings().answers().hears("asks you").presses("5").isConnected();
            office.phone(0).isConnected();
            return () -> {
                int who = life % 2 == 0 ? 1 : 0;
                office.phone(1 - who).hangsUp();
                office.meet(caller, office.phone(who).hears("Here is the caller"), 2 - who);
                office.part(caller, who);
            };
        });
        at(asked, "whom an agent has called and sent on is rung for", ringing(2, IN_ORDER), (office, life) -> {
            Telephone customer = somebody(life);
            Telephone agent = office.calls(customer).rings().answers().hears("Call to").presses("5");
            customer.rings().answers().isConnected();
            String onward = office.sendsOn(agent, customer, 1);
            agent.isCutOff();
            Telephone second = office.phone(1).rings();
            return () -> {
                second.answers().isConnected();
                customer.says("John Doe here");
                second.hears("John Doe here").hangsUp();
                customer.isCutOff();
                office.cameTo("ANSWERED", onward);
                office.cameTo("ANSWERED", agent.callSid());
            };
        });
    }

    private static Caller asksTheSecond(BranchOffice office, int life) {
        Caller caller = talksToTheFirst(office, life);
        office.asksFirst(caller, 1);
        caller.hears("I am asking a colleague");
        office.phone(0).hears("I am ringing");
        return caller;
    }

    private static Caller talksToTheFirst(BranchOffice office, int life) {
        Caller caller = office.isCalled(life);
        office.phone(0).rings();
        office.takes(caller, 0);
        return caller;
    }

    // ---- callers who wait --------------------------------------------------------------------------------------------------

    private BranchOffice queue(int people, String strategy) {
        return office(people, strategy, HOLD, MESSAGE);
    }

    private void ofAQueue() {
        at(asked, "one talks, another waits", queue(1, IN_ORDER), (office, life) -> {
            Caller first = office.isCalled(life).hears("Please hold");
            office.phone(0).rings();
            office.takes(first, 0);
            Caller second = office.isCalledToo(life).hears("You are the next caller");
            return () -> {
                office.meet(first, office.phone(0));
                office.part(first, 0);
                office.phone(0).rings();
                office.isTakenAndTalks(second, 0);
            };
        });
        at(asked, "an agent is rung for who waits", queue(2, IN_ORDER), (office, life) -> {
            Caller caller = office.isCalled(life).hears("You are the next caller");
            office.phone(0).rings();
            return () -> {
                if (life % 2 == 0) {
                    office.isTakenAndTalks(caller, 0);
                } else {
                    office.phone(0).declines();
                    office.phone(1).rings();
                    office.isTakenAndTalks(caller, 1);
                }
            };
        });
        at(asked, "all are rung for who waits", queue(2, AT_ONCE), (office, life) -> {
            Caller caller = office.isCalled(life).hears("You are the next caller");
            office.phone(0).rings();
            office.phone(1).rings();
            return () -> {
                office.takes(caller, 1);
                office.phone(0).stopsRinging();
                office.part(caller, 1);
            };
        });
    }

    private void ofACallback() {
        at(asked, "one talks, another wants to be called back", queue(1, IN_ORDER), (office, life) -> {
            Caller first = office.isCalled(life);
            office.phone(0).rings();
            office.takes(first, 0);
            Telephone customer = somebody(life);
            Caller second = wantsCallback(office, customer);
            return () -> {
                office.part(first, 0);
                callsBack(office, office.phone(0).rings(), customer, second);
            };
        });
        at(asked, "an agent is rung who is to call back", queue(1, IN_ORDER), (office, life) -> {
            Telephone customer = somebody(life);
            Caller caller = givesUpWaiting(office, customer);
            office.phone(0).rings();
            return () -> callsBack(office, office.phone(0), customer, caller);
        });
        at(asked, "a customer is rung who wants to be called back", queue(1, IN_ORDER), (office, life) -> {
            Telephone customer = somebody(life);
            Caller caller = givesUpWaiting(office, customer);
            office.phone(0).rings().answers().hears("Callback for").presses("5");
            customer.rings();
            return () -> hasBeenCalledBack(office, office.phone(0), customer.answers(), caller);
        });
    }

    private static Caller givesUpWaiting(BranchOffice office, Telephone customer) {
        Caller caller = office.isCalledBy(customer).hears("You are the next caller");
        office.phone(0).rings();
        wantsCallback(caller);
        office.phone(0).stopsRinging();
        return caller;
    }

    private static Caller wantsCallback(BranchOffice office, Telephone customer) {
        Caller caller = office.isCalledBy(customer).hears("You are the next caller");
        wantsCallback(caller);
        return caller;
    }

    private static void wantsCallback(Caller caller) {
        caller.presses("2").hears("We will call you back at").presses("1#").hears("You keep your place").isCutOff();
    }

    private static void callsBack(BranchOffice office, Telephone agent, Telephone customer, Caller caller) {
        agent.answers().hears("Callback for").presses("5");
        hasBeenCalledBack(office, agent, customer.rings().answers(), caller);
    }

    private static void hasBeenCalledBack(BranchOffice office, Telephone agent, Telephone customer, Caller caller) {
        customer.isConnected().says("John Doe here");
        agent.hears("John Doe here").hangsUp();
        customer.isCutOff();
        office.cameTo("ANSWERED", caller.callSid());
    }

    // ---- agents who hear a question: no longer than people listen to one -------------------------------------------------------

    private void ofQuestions() {
        at(asked, "an agent is asked whether he calls", ringing(1, IN_ORDER), (office, life) -> {
            Telephone customer = somebody(life);
            Telephone agent = office.calls(customer).rings().answers().hears("Call to");
            return () -> {
                agent.presses("5");
                talks(office, agent, customer.rings().answers());
            };
        });
        at(asked, "an agent is asked whether he takes who waits", queue(2, IN_ORDER), (office, life) -> {
            Caller caller = office.isCalled(life).hears("You are the next caller");
            office.phone(0).rings();
            long before = System.nanoTime();
            office.phone(0).answers().hears("Call for");
            return () -> {
                if (life % 2 == 0 && office.phone(0).presses("5").getsThrough()) {
                    office.meet(caller, office.phone(0));
                    office.part(caller, 0);
                } else if (life % 2 == 0) {
                    hasTaken(before, MACHINE, "he was taken for a machine");
                    office.phone(1).rings();
                    office.isTakenAndTalks(caller, 1);
                } else {
                    office.phone(0).presses("*").isCutOff();
                    office.phone(1).rings();
                    office.isTakenAndTalks(caller, 1);
                }
            };
        });
    }

    /** What the product may do by its clock it has not done early. */
    private static void hasTaken(long since, Duration atLeast, String what) {
        Duration passed = Duration.ofNanos(System.nanoTime() - since);
        assertTrue(passed.compareTo(atLeast) >= 0, () -> what + " after " + passed);
    }

    // ---- what is wanted, and not done yet ----------------------------------------------------------------------------------

    private void ofOrders() {
        at(wanted, "a call is wanted", ringing(1, IN_ORDER), (office, life) -> () -> {
            Telephone customer = somebody(life);
            long before = System.nanoTime();
            Telephone agent = office.calls(customer);
            return () -> {
                String decided = Awaitility.await().atMost(MortalDesk.RECONCILED).until(office::wish, List.of("RINGING", "FAILED")::contains);
                if (decided.equals("FAILED")) {
                    hasTaken(before, TOO_LATE, "his call was given up");
                } else {
                    agent.rings().answers().hears("Call to").presses("5");
                    talks(office, agent, customer.rings().answers());
                }
            };
        });
        at(wanted, "an agent is to be rung for who waits", queue(1, IN_ORDER), (office, life) -> () -> {
            Caller caller = office.isCalled(life).hears("You are the next caller");
            return () -> {
                office.phone(0).rings();
                office.isTakenAndTalks(caller, 0);
            };
        });
        at(wanted, "a caller is to be sent on", ringing(2, IN_ORDER), (office, life) -> {
            Caller caller = talksToTheFirst(office, life);
            return () -> {
                office.transfers(caller, 1);
                return () -> {
                    office.meet(caller, office.phone(1).rings().answers());
                    office.part(caller, 1);
                };
            };
        });
        at(wanted, "a text is to be sent", office(0, IN_ORDER, TEXT, BYE), (office, life) -> () -> {
            office.isCalled(life).hears("Look at your messages").isCutOff();
            return () -> office.customer(life).reads("We will call you back");
        });
    }
}
