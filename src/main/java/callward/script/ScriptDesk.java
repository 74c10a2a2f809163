package callward.script;

import callward.access.Audit;
import callward.access.Deed;
import callward.flow.Steps;
import callward.phone.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where scripts are written, checked, published and taken back; pages and API do it here alike. */
@ApplicationScoped
@Transactional
public class ScriptDesk {

    private static final int MOST_STEPS = 1000;
    private static final int LONGEST_NOTE = 1000;

    @Inject
    Scripts scripts;
    @Inject
    Surroundings surroundings;
    @Inject
    RingGuard guard;
    @Inject
    WhereUsed whereUsed;
    @Inject
    CallTests tests;
    @Inject
    Audit audit;

    /** @param version the one that was read before */
    public ScriptDraft write(long script, int version, DraftSteps steps) {
        return scripts.write(script, version, small(steps));
    }

    /** A new script from a template, another script's draft or a file. */
    Script create(String name, DraftSteps steps) {
        return scripts.create(name, small(steps));
    }

    public List<DraftProblem> check(DraftSteps steps) {
        return ScriptCheck.of(steps, surroundings.all(), this::watched);
    }

    /** Where calls ring it already, somebody is told; a new one keeps the draft from being published. */
    private Optional<Flaw> watched(PhoneNumber number) {
        return guard.objection(number).map(why -> whereUsed.of(Known.Thing.DESTINATION, number.e164()).stream().anyMatch(WhereUsed.Place::published)
                ? Flaw.NUMBER_FORBIDDEN_SINCE : Flaw.NUMBER_NOT_ALLOWED);
    }

    /**
     * Freezes the draft: calls that arrive from now on walk through it, those that are under way keep what they began with.
     *
     * @param version of the draft that was looked at
     * @param note    what is new, for the history; may be empty
     * @param reason  why it is published although call tests are red; kept in the history. Empty: it is not
     * @throws ScriptRefused while the draft has errors, when somebody changed it meanwhile, or when call tests are red and no reason is given
     */
    public ScriptRevision publish(long script, int version, String note, String reason) {
        ScriptDraft draft = scripts.write(script, version, scripts.draft(script).steps());
        List<DraftProblem> problems = check(draft.steps());
        if (problems.stream().anyMatch(DraftProblem::isError)) {
            throw ScriptRefused.unfinished(problems);
        }
        Steps steps = draft.steps().finished();
        List<CallTests.Ran> red = tests.red(script, steps);
        if (!red.isEmpty() && (reason == null || reason.isBlank())) {
            throw ScriptRefused.red(red);
        }
        return put(script, steps, Deed.PUBLISHED, excused(kept(note), red, kept(reason)));
    }

    /** The history says which tests were red, and why that did not matter. */
    private static String excused(String note, List<CallTests.Ran> red, String reason) {
        if (red.isEmpty()) {
            return note;
        }
        String excuse = "⚠ " + String.join(", ", red.stream().map(ran -> ran.saved().getName()).toList()) + ": " + reason;
        return note == null ? excuse : note + "\n" + excuse;
    }

    /** Publishes an old revision again, as the newest one. The draft stays as it is. */
    public ScriptRevision rollBack(long script, int number, String note) {
        ScriptRevision old = published(script, number);
        return put(script, old.steps(), Deed.ROLLED_BACK, kept(note == null || note.isBlank() ? "↩ " + number : note));
    }

    /** Makes an old revision the draft again. What the draft was before can be {@linkplain #bringBack brought back}. */
    public ScriptDraft takeUp(long script, int number, int version) {
        return scripts.replace(script, version, DraftSteps.of(published(script, number).steps()));
    }

    /** Puts back what the draft was before an old revision took its place. */
    public ScriptDraft bringBack(long script, int version) {
        DraftSteps left = scripts.draft(script).left().orElseThrow(() -> ScriptRefused.conflict("script.nothingLeft"));
        return scripts.replace(script, version, left);
    }

    ScriptRevision published(long script, int number) {
        return scripts.revision(script, number).filter(revision -> !revision.isTrial())
                .orElseThrow(() -> ScriptRefused.notFound("script.noRevision", number));
    }

    private ScriptRevision put(long script, Steps steps, Deed deed, String note) {
        Script ours = scripts.known(script);
        Map<String, String> before = ours.getPublished() == null ? Map.of() : FlatSteps.of(DraftSteps.of(ours.getPublished().steps()));
        ScriptRevision revision = scripts.freeze(script, steps, scripts.by(), note);
        audit.note(Scripts.ROOM, Long.toString(script), ours.getName(), deed, before, FlatSteps.of(DraftSteps.of(steps)));
        return revision;
    }

    private static String kept(String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw ScriptRefused.wrong("note", "script.noteLong", LONGEST_NOTE);
        }
        return note == null || note.isBlank() ? null : note.strip();
    }

    private static DraftSteps small(DraftSteps steps) {
        if (steps.steps().size() > MOST_STEPS) {
            throw ScriptRefused.wrong("steps", "script.tooMany", MOST_STEPS);
        }
        return steps;
    }
}
