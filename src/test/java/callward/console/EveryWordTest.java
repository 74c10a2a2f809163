package callward.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.access.AccountRefused;
import callward.access.Deed;
import callward.access.Role;
import callward.agent.AgentRefused;
import callward.agent.Device;
import callward.flow.CallEvent;
import callward.flow.Happening;
import callward.flow.Remark;
import callward.flow.Step;
import callward.flow.Verb;
import callward.helpdesk.Ticket;
import callward.house.Covers;
import callward.settings.Setting;
import callward.settings.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that pages put together from a name: whoever adds a value must add its word. */
class EveryWordTest {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(MessageTexts.BUNDLE, Locale.ENGLISH);

    @Test
    @Covers("S0.18")
    void every_setting_has_a_name_says_what_it_affects_and_what_to_write() {
        has("setting.", names(Setting.values()));
        has("setting.", names(Setting.values()).map(name -> name + ".affects"));
        has("setting.wrong.", names(Shape.values()));
    }

    @Test
    void every_step_kind_has_a_name() {
        has("step.", Arrays.stream(Step.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)));
    }

    @Test
    void every_outcome_of_a_call_has_a_word() {
        has("call.outcome.", Stream.concat(Stream.of("LIVE"), names(Happening.Outcome.values())));
    }

    @Test
    void every_event_that_comes_from_outside_has_a_sentence() {
        Set<String> inside = Set.of("Learned", "Parted");
        has("event.", Arrays.stream(CallEvent.class.getPermittedSubclasses()).map(Class::getSimpleName).filter(name -> !inside.contains(name)));
    }

    @Test
    void whatever_a_caller_hears_has_a_sentence() {
        has("heard.", Stream.concat(Arrays.stream(Verb.class.getPermittedSubclasses()).filter(kind -> kind != Verb.Prompt.class), Arrays.stream(Verb.Prompt.class.getPermittedSubclasses()))
                .map(kind -> kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)));
    }

    @Test
    void every_state_of_a_ringing_telephone_has_a_word() {
        has("leg.", Stream.of("STARTED", "RINGING", "ANSWERED", "BUSY", "NO_ANSWER", "FAILED", "CANCELED", "COMPLETED"));
    }

    @Test
    void roles_and_ticket_states_have_words() {
        has("role.", names(Role.values()).map(name -> name.toLowerCase(Locale.ROOT)));
        has("ticket.state.", names(Ticket.State.values()));
    }

    @Test
    void whatever_can_be_done_has_a_word() {
        has("deed.", names(Deed.values()));
    }

    @Test
    void every_reason_for_refusing_a_change_of_an_account_has_a_sentence() {
        has("account.refused.", names(AccountRefused.Reason.values()));
    }

    @Test
    @Covers("S0.16")
    void every_part_of_the_status_page_has_a_name_and_a_purpose() {
        List<String> parts = List.of("database", "push", "mail", "carrier", "url", "sound", "secrets");
        has("part.", parts.stream());
        has("part.", parts.stream().map(part -> part + ".purpose"));
    }

    @Test
    @Covers("B04")
    void every_reason_for_not_ringing_somebody_has_a_word() {
        has("why.", names(Remark.Why.values()));
        List<Remark.Why> ofPeople = List.of(Remark.Why.SIGNED_OUT, Remark.Why.SWITCHED_OFF, Remark.Why.ON_A_CALL, Remark.Why.WRAPPING_UP,
                Remark.Why.OUT_OF_OFFICE, Remark.Why.NO_DEVICE);
        has("agent.state.", Stream.concat(Stream.of("FREE"), ofPeople.stream().map(Enum::name)));
        has("agent.state.", Stream.concat(Stream.of("FREE"), ofPeople.stream().map(Enum::name)).map(name -> name + ".text"));
    }

    @Test
    void every_reason_for_refusing_a_change_of_an_agent_has_a_sentence() {
        has("agent.refused.", names(AgentRefused.Reason.values()));
        has("destination.accept.", Stream.concat(Stream.of("GROUP"), names(Device.Accept.values())));
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static void has(String prefix, Stream<String> ends) {
        List<String> missing = ends.map(prefix::concat).filter(key -> !WORDS.containsKey(key)).toList();
        assertTrue(missing.isEmpty(), "no words for " + missing);
    }
}
