package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.Step;
import callward.house.Covers;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptCheckTest {

    private static final Map<Known.Thing, Map<String, String>> AROUND = Map.of(Known.Thing.GREETING, Map.of("jingle", "Jingle"),
            Known.Thing.DESTINATION, Map.of("tom", "Tom", "ann", "Ann"), Known.Thing.MAILBOX, Map.of("main", "Main"));
    private static final String MESSAGE = "{'kind':'take-message','id':'message','mailbox':'main'}";
    private static final String RING = "{'kind':'ring','id':'ring','destinations':['tom'],'unanswered':'message'}";

    /** One flaw each: the steps (the first one begins the call), where it is said, and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "'a' | {'kind':'greet','says':[{'text':'Hi'}],'next':'message'} | id | ID_MISSING",
        "'message' | {'kind':'dance','id':'a'} | kind | KIND_UNKNOWN",
        "'a' | {'kind':'greet','id':'a','says':[{'text':'Hi'}],'colour':1,'next':'message'} | colour | FIELD_UNKNOWN",
        "'a' | {'kind':'send-text','id':'a','next':'message'} | text | REQUIRED",
        "'a' | {'kind':'greet','id':'a','says':'Hi','next':'message'} | says | SHAPE_WRONG",
        "'a' | {'kind':'menu','id':'a','says':[{'text':'Hi'}],'choices':[{'key':'1','next':'message'}],'seconds':'soon','otherwise':'message'} | seconds | NUMBER_WRONG",
        "'a' | {'kind':'menu','id':'a','says':[{'text':'Hi'}],'choices':[{'key':'1','next':'message'}],'tries':11,'otherwise':'message'} | tries | NUMBER_OUT_OF_RANGE",
        "'a' | {'kind':'take-message','id':'a','mailbox':'main','maxSeconds':121,'transcribe':true} | maxSeconds | NUMBER_OUT_OF_RANGE",
        "'a' | {'kind':'ask','id':'a','name':'n','says':[{'text':'Hi'}],'minDigits':5,'maxDigits':4,'next':'message','otherwise':'message'} | maxDigits | NUMBER_OUT_OF_RANGE",
        "'a' | {'kind':'take-message','id':'a','mailbox':'main','finishKeys':'x'} | finishKeys | KEYS_WRONG",
        "'a' | {'kind':'menu','id':'a','says':[{'text':'Hi'}],'choices':[{'key':'','next':'message'}],'otherwise':'message'} | choices.0.key | CHOICE_KEY_WRONG",
        "'a' | {'kind':'menu','id':'a','says':[{'text':'Hi'}],'choices':[{'key':'1','next':'message'},{'key':'1','next':'message'}],'otherwise':'message'} | choices.1.key | CHOICE_KEY_TWICE",
        "'a' | {'kind':'ask','id':'a','name':'caller.age','says':[{'text':'Hi'}],'next':'message','otherwise':'message'} | name | FACT_NAME_WRONG",
        "'a' | {'kind':'hand-over','id':'a','url':'example.com','next':'message'} | url | URL_WRONG",
        "'a' | {'kind':'greet','id':'a','says':[{'text':'Hi'},{}],'next':'message'} | says.1 | UTTERANCE_WRONG",
        "'a' | {'kind':'greet','id':'a','says':[{'text':'Hi'}],'next':'nowhere'} | next | TARGET_UNKNOWN",
        "'a' | {'kind':'menu','id':'a','says':[{'text':'Hi'}],'choices':[{'key':'1','next':'nowhere'}],'otherwise':'message'} | choices.0.next | TARGET_UNKNOWN",
        "'a' | {'kind':'greet','id':'a','says':[{'greeting':'gone'}],'next':'message'} | says.0 | GREETING_UNKNOWN",
        "'a' | {'kind':'ring','id':'a','destinations':['tom','bo'],'unanswered':'message'} | destinations.1 | DESTINATION_UNKNOWN",
        "'a' | {'kind':'ring','id':'a','destinations':['{{ticket.number}}'],'unanswered':'message'} | destinations.0 | DESTINATION_UNKNOWN",
        "'a' | {'kind':'take-message','id':'a','mailbox':'gone'} | mailbox | MAILBOX_UNKNOWN",
        "'a' | {'kind':'greet','id':'a','says':[{'text':'Hi {{nobody}}'}],'next':'message'} | says.0 | VARIABLE_UNKNOWN",
        "'a' | {'kind':'greet','id':'a','says':[{'text':' '}],'next':'message'} | says | NOTHING_SAID",
        "'a' | {'kind':'menu','id':'a','says':[{'text':'Hi'}],'otherwise':'message'} | choices | NO_CHOICES",
        "'a' | {'kind':'ring','id':'a','unanswered':'message'} | destinations | NO_DESTINATIONS",
        "'a' | {'kind':'ring','id':'a','destinations':['tom']} | unanswered | DEAD_END",
        "'a' | {'kind':'menu','id':'a','says':[{'text':'Hi'}],'choices':[{'key':'1'}],'otherwise':'message'} | choices.0.next | DEAD_END",
        "'message' | {'kind':'hang-up','id':'b'} | '' | UNREACHABLE",
        "'a' | {'kind':'greet','id':'a','says':[{'text':'Hi'}],'next':'a'} | '' | LOOP"})
    void each_flaw_is_named_with_its_step_and_its_field(String first, String step, String field, Flaw flaw) {
        List<DraftProblem> problems = check("{'first':" + first + ",'steps':[" + step + "," + MESSAGE + "]}");
        assertTrue(problems.stream().anyMatch(problem -> problem.place() == 0 && problem.kind() == flaw && problem.field().equals(field.replace("'", ""))),
                () -> problems.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "{'steps':[]} | NO_STEPS", "{'steps':[{'kind':'hang-up','id':'a'}]} | FIRST_MISSING", "{'first':'b','steps':[{'kind':'hang-up','id':'a'}]} | FIRST_UNKNOWN",
        "{'first':'a','tongue':{'language':'en us'},'steps':[{'kind':'hang-up','id':'a'}]} | LANGUAGE_WRONG",
        "{'first':'a','title':1,'steps':[{'kind':'hang-up','id':'a'}]} | FIELD_UNKNOWN",
        "{'first':'a','steps':[{'kind':'hang-up','id':'a'}]} | NOBODY",
        "{'first':'a','steps':[{'kind':'hang-up','id':'a'}],'tongue':{'language':'en','tone':'x'}} | UNREADABLE"})
    void what_is_wrong_with_a_script_as_a_whole_is_said_of_no_step(String script, Flaw flaw) {
        assertTrue(check(script).stream().anyMatch(problem -> problem.place() == -1 && problem.kind() == flaw), () -> check(script).toString());
    }

    @Test
    @Covers("B12")
    void a_number_that_the_guard_forbids_keeps_a_draft_from_being_published_unless_calls_ring_it_already() {
        DraftSteps draft = DraftSteps.read("{'first':'a','steps':[{'kind':'ring','id':'a','destinations':['tom','+870773123456','+870 773 123457'],'unanswered':'message'},".replace('\'', '"')
                + MESSAGE.replace('\'', '"') + "]}");
        List<DraftProblem> problems = ScriptCheck.of(draft, AROUND, number -> Optional.of(number.e164().endsWith("7") ? Flaw.NUMBER_FORBIDDEN_SINCE : Flaw.NUMBER_NOT_ALLOWED));
        assertEquals(List.of(new DraftProblem(0, "a", "destinations.1", Flaw.NUMBER_NOT_ALLOWED, List.of("+870 773 123 456")),
                new DraftProblem(0, "a", "destinations.2", Flaw.NUMBER_FORBIDDEN_SINCE, List.of("+870 773 123 457"))), problems);
        assertEquals(List.of(true, false), problems.stream().map(DraftProblem::isError).toList());
    }

    @Test
    void a_way_that_goes_another_way_when_it_is_left_out_is_no_dead_end() {
        String ring = "{'kind':'ring-group','id':'a','group':'support'%s}";
        assertEquals(Set.of("unanswered"), deadEnds(check("{'first':'a','steps':[" + ring.formatted("") + "," + MESSAGE + "]}")));
        assertEquals(Set.of(), deadEnds(check("{'first':'a','steps':[" + ring.formatted(",'unanswered':'message'") + "," + MESSAGE + "]}")));
    }

    @Test
    void two_steps_of_one_name_are_said_at_the_second() {
        assertEquals(Set.of(Flaw.ID_TWICE, Flaw.UNREACHABLE), kinds(check("{'first':'message','steps':[" + MESSAGE + "," + MESSAGE + "]}"), 1));
    }

    @Test
    void texts_that_are_too_long_for_the_carrier_are_measured() {
        String spoken = "{'first':'a','steps':[{'kind':'greet','id':'a','says':[{'text':'" + "x".repeat(4097) + "'}],'next':'message'}," + MESSAGE + "]}";
        assertEquals(Set.of(Flaw.SPOKEN_TOO_LONG), kinds(check(spoken), 0));
        assertEquals(Set.of(), kinds(check(spoken.replace("x".repeat(4097), "x".repeat(4096))), 0));
        String texted = "{'first':'a','steps':[{'kind':'send-text','id':'a','text':'" + "x".repeat(1601) + "','next':'message'}," + MESSAGE + "]}";
        assertEquals(Set.of(Flaw.TEXT_TOO_LONG), kinds(check(texted), 0));
        assertEquals(Set.of(), kinds(check(texted.replace("x".repeat(1601), "x".repeat(1600))), 0));
    }

    @Test
    void calendars_are_not_checked_until_somebody_keeps_them() {
        String script = "{'first':'a','steps':[{'kind':'by-time','id':'a','calendar':'office','open':'message','closed':'message'}," + MESSAGE + "]}";
        assertEquals(List.of(), check(script));
        assertEquals(Set.of(Flaw.CALENDAR_UNKNOWN), kinds(ScriptCheck.of(DraftSteps.read(script.replace('\'', '"')),
                Map.of(Known.Thing.CALENDAR, Map.of("shop", "Shop"), Known.Thing.MAILBOX, Map.of("main", "Main"))), 0));
    }

    @Test
    void a_number_an_address_and_the_lines_own_number_are_destinations_too() {
        assertEquals(List.of(), check("{'first':'ring','steps':[" + RING.replace("'tom'", "'+15550101234','sip:tom@pbx.example.com','{{line.forward}}'")
                + "," + MESSAGE + "]}"));
    }

    @Test
    void what_was_asked_for_may_be_said() {
        assertEquals(List.of(), check("{'first':'a','steps':[{'kind':'ask','id':'a','name':'order','says':[{'text':'Which order?'}],'next':'b','otherwise':'message'},"
                + "{'kind':'greet','id':'b','says':[{'text':'Order {{order}}.'}],'next':'message'}," + MESSAGE + "]}"));
    }

    @Test
    void a_circle_that_waits_for_the_caller_and_can_be_left_is_none() {
        String menu = "{'kind':'menu','id':'a','says':[{'text':'Press 1 to hear it again.'}],'choices':[{'key':'1','next':'b'}],'otherwise':'message'}";
        String again = "{'kind':'greet','id':'b','says':[{'text':'Again.'}],'next':'a'}";
        assertEquals(List.of(), check("{'first':'a','steps':[" + menu + "," + again + "," + MESSAGE + "]}"));
        assertEquals(Set.of(Flaw.LOOP), kinds(check("{'first':'a','steps':[" + menu.replace("message", "b") + "," + again + "]}"), 0));
    }

    @Test
    void a_circle_nobody_waits_in_is_one_although_it_can_be_left() {
        List<DraftProblem> problems = check("{'first':'a','steps':[{'kind':'by-time','id':'a','calendar':'c','open':'b','closed':'message'},"
                + "{'kind':'greet','id':'b','says':[{'text':'Open.'}],'next':'a'}," + MESSAGE + "]}");
        assertEquals(Set.of(Flaw.LOOP), kinds(problems, 0));
        assertEquals("Calls go round in a circle here and find no way out: a, b. Let one of these steps lead elsewhere.", problems.get(0).message(Locale.ENGLISH));
    }

    @Test
    void a_draft_that_anybody_may_have_typed_never_throws() {
        for (Class<?> kind : Step.class.getPermittedSubclasses()) {
            for (String value : List.of("null", "1", "'x'", "true", "[]", "[1]", "[[]]", "[{}]", "{}", "{'text':1}")) {
                String fields = StepField.of(kind).stream().map(field -> ",'" + field.name() + "':" + value).collect(Collectors.joining());
                check("{'first':'a','steps':[{'kind':'" + StepsJson.kindOf(kind) + "','id':'a'" + fields + "}]}");
            }
        }
        check("{'first':{},'tongue':[],'steps':[{'kind':[],'id':{}},{}]}");
    }

    @Test
    void every_flaw_has_a_sentence_in_both_languages() {
        for (Flaw flaw : EnumSet.allOf(Flaw.class)) {
            DraftProblem problem = new DraftProblem(0, "a", "", flaw, List.of("x", "y"));
            assertFalse(problem.message(Locale.ENGLISH).equals(problem.message(Locale.of("es"))), flaw.name());
        }
    }

    @Test
    void every_template_can_be_published_in_a_company_that_has_people_and_a_mailbox() {
        for (Templates template : Templates.values()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.of("es"))) {
                List<Flaw> errors = ScriptCheck.of(template.steps(language, AROUND), AROUND).stream().map(DraftProblem::kind).toList();
                assertEquals(switch (template) {
                    case EMPTY -> List.of(Flaw.NO_STEPS);
                    case ANNOUNCE -> List.of(Flaw.NOBODY);
                    default -> List.of();
                }, errors, template + " " + language);
            }
        }
    }

    private static List<DraftProblem> check(String script) {
        return ScriptCheck.of(DraftSteps.read(script.replace('\'', '"')), AROUND);
    }

    private static Set<String> deadEnds(List<DraftProblem> problems) {
        return new TreeSet<>(problems.stream().filter(problem -> problem.kind() == Flaw.DEAD_END).map(DraftProblem::field).toList());
    }

    private static Set<Flaw> kinds(List<DraftProblem> problems, int place) {
        return new TreeSet<>(problems.stream().filter(problem -> problem.place() == place).map(DraftProblem::kind).toList());
    }
}
