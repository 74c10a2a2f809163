package callward.script;

import callward.flow.Happening.Outcome;
import callward.flow.Steps;
import callward.settings.Era;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.primefaces.PrimeFaces;

/** One call test: who calls, what is given, what happens in order, and how it goes as it stands on the page. */
@Named
@ViewScoped
public class CallTestView implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern MOVE = Pattern.compile("test\\.moves\\[(\\d+)]\\.(\\w+)");

    @Inject
    Scripts scripts;
    @Inject
    CallTests tests;
    @Inject
    CallTestTarget target;

    private Long id;
    private long script;
    private String scriptName;
    private String name;
    private String caller;
    private HashMap<String, String> line = new HashMap<>();
    private String at;
    private Outcome outcome = Outcome.ANSWERED;
    private GivenForm given;
    private final ArrayList<MoveRow> moves = new ArrayList<>();

    public void load() {
        Optional<SavedCallTest> saved = number("id").flatMap(tests::find);
        Optional<Script> found = saved.map(SavedCallTest::getScript).or(() -> number("script")).flatMap(scripts::find);
        if (found.isEmpty() || Faces.getRequestParameter("id") != null && saved.isEmpty()) {
            Faces.responseSendError(404, "no such call test");
            return;
        }
        script = found.get().getId();
        scriptName = found.get().getName();
        id = saved.map(SavedCallTest::getId).orElse(null);
        name = saved.map(SavedCallTest::getName).orElse(null);
        show(saved.map(SavedCallTest::test).orElseGet(tests::fresh));
    }

    private void show(CallTest test) {
        caller = test.caller();
        line = new HashMap<>(test.line());
        at = test.at().toString();
        outcome = test.outcome();
        given = new GivenForm(test.given(), steps().orElse(null));
        moves.clear();
        test.moves().forEach(move -> moves.add(MoveRow.of(move)));
    }

    // ---- lines -----------------------------------------------------------------------------------------------------------

    public void add() {
        moves.add(new MoveRow());
        focus(moves.size() - 1, "kind");
    }

    public void addAfter(int place) {
        moves.add(place + 1, new MoveRow());
        focus(place + 1, "kind");
    }

    public void remove(int place) {
        moves.remove(place);
        if (moves.isEmpty()) {
            PrimeFaces.current().focus("test:add");
        } else {
            focus(Math.min(place, moves.size() - 1), "kind");
        }
    }

    /** @param by -1 towards the beginning, 1 towards the end */
    public void move(int place, int by) {
        int to = Math.clamp(place + by, 0, moves.size() - 1);
        Collections.swap(moves, place, to);
        focus(to, by < 0 ? "up" : "down");
    }

    public void addTicket() {
        given.getTickets().add(new GivenForm.Ticket(Map.of()));
        PrimeFaces.current().focus("test:tickets:" + (given.getTickets().size() - 1) + ":number");
    }

    private static void focus(int place, String field) {
        PrimeFaces.current().focus("test:moves:" + place + ":" + field);
    }

    // ---- doing -----------------------------------------------------------------------------------------------------------

    public String save() {
        try {
            CallTest test = test();
            SavedCallTest saved = id == null ? tests.save(script, name, test) : tests.change(script, id, name, test);
            Messages.addFlashGlobalInfo("calltest.saved", saved.getName());
            return "/scripts/test?faces-redirect=true&id=" + saved.getId();
        } catch (ScriptRefused refused) {
            complain(refused);
            return null;
        }
    }

    /** The page shows the result below. */
    public void run() {
        try {
            CallTestCheck.checked(test());
        } catch (ScriptRefused refused) {
            complain(refused);
        }
    }

    public String duplicate() {
        String copy = ScriptWords.text(Faces.getLocale(), "calltest.copyOf", name);
        return orGone(() -> {
            SavedCallTest saved = tests.duplicate(script, id, copy.length() > CallTests.LONGEST_NAME ? copy.substring(0, CallTests.LONGEST_NAME) : copy);
            Messages.addFlashGlobalInfo("calltest.saved", saved.getName());
            return "/scripts/test?faces-redirect=true&id=" + saved.getId();
        });
    }

    public String delete() {
        return orGone(() -> {
            tests.delete(script, id);
            return "/scripts/tests?faces-redirect=true&id=" + script + "&deleted=" + id;
        });
    }

    /** Somebody else may have deleted it meanwhile. */
    private String orGone(Supplier<String> deed) {
        try {
            return deed.get();
        } catch (ScriptRefused refused) {
            Messages.addFlashGlobalError(refused.message(Faces.getLocale()));
            return "/scripts/tests?faces-redirect=true&id=" + script;
        }
    }

    private CallTest test() {
        return new CallTest(caller == null ? null : caller.replaceAll("[\\s()-]", ""), filledLine(), time(), given.given(), moves.stream().map(MoveRow::move).toList(), outcome);
    }

    private Map<String, String> filledLine() {
        Map<String, String> filled = new HashMap<>();
        line.forEach((fact, value) -> {
            if (value != null && !value.isBlank()) {
                filled.put(fact, value.strip());
            }
        });
        return filled;
    }

    private Instant time() {
        try {
            Instant time = at == null || at.isBlank() ? Instant.EPOCH : Instant.parse(at.strip());
            if (Era.holds(time)) {
                return time;
            }
        } catch (DateTimeException noTime) {
            // said below
        }
        throw ScriptRefused.wrong("at", "calltest.atWrong");
    }

    private static void complain(ScriptRefused refused) {
        Matcher move = MOVE.matcher(refused.field());
        String field = move.matches() ? "moves:" + move.group(1) + ":" + (move.group(2).equals("seconds") ? "seconds" : "text")
                : switch (refused.field()) {
                    case "test.caller" -> "caller";
                    case "at" -> "at";
                    default -> "name";
                };
        Messages.addError("test:" + field, refused.message(Faces.getLocale()));
        Faces.validationFailed();
        PrimeFaces.current().focus("test:" + field);
    }

    // ---- what the page shows -----------------------------------------------------------------------------------------------

    private Optional<Steps> steps() {
        try {
            return Optional.of(target.steps(script, CallTestTarget.DRAFT));
        } catch (ScriptRefused unfinished) {
            return Optional.empty();
        }
    }

    /** The test as it stands, played against the draft; null while either is unfinished. */
    public CallTestResult getResult() {
        if (moves.isEmpty()) {
            return null;
        }
        try {
            CallTest test = CallTestCheck.checked(test());
            return steps().map(steps -> tests.play(steps, test)).orElse(null);
        } catch (ScriptRefused unfinished) {
            return null;
        }
    }

    public CallTest getTest() {
        return test();
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isRunnable() {
        return steps().isPresent();
    }

    public List<String> getKinds() {
        return MoveRow.KINDS;
    }

    public List<Outcome> getOutcomes() {
        return Arrays.stream(Outcome.values()).filter(one -> one != Outcome.NOT_REACHED).toList(); // nobody tests a call of ours
    }

    public long getScript() {
        return script;
    }

    public String getScriptName() {
        return scriptName;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCaller() {
        return caller;
    }

    public void setCaller(String caller) {
        this.caller = caller;
    }

    public Map<String, String> getLine() {
        return line;
    }

    /** ISO 8601, UTC. */
    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public void setOutcome(Outcome outcome) {
        this.outcome = outcome;
    }

    public GivenForm getGiven() {
        return given;
    }

    public List<MoveRow> getMoves() {
        return moves;
    }

    private static Optional<Long> number(String parameter) {
        return Optional.ofNullable(Faces.getRequestParameter(parameter)).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }
}
