package callward.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callward.flow.HangUp;
import callward.flow.Steps;
import callward.flow.Utterance;
import callward.house.BuiltWar;
import callward.house.Covers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inside the server: drafts, trials and revisions as they are kept. */
@ExtendWith(ArquillianExtension.class)
@Covers("S0.23")
class ScriptsIT {

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(ScriptsIT.class, Covers.class);
    }

    @Inject
    Scripts scripts;
    @Inject
    ScriptDesk desk;

    private final String mark = "it" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_trial_stays_the_same_until_the_draft_changes_and_is_no_part_of_the_history() {
        long script = scripts.create(mark, draft("One.")).getId();

        ScriptRevision trial = scripts.trial(script);
        assertEquals(trial.getId(), scripts.trial(script).getId());
        assertTrue(trial.isTrial());
        desk.write(script, 1, draft("Two."));
        ScriptRevision later = scripts.trial(script);
        assertNotEquals(trial.getId(), later.getId());
        assertEquals(steps("One."), scripts.steps(trial.getId()));
        assertEquals(steps("Two."), scripts.steps(later.getId()));
        assertEquals(List.of(), scripts.revisions(scripts.known(script)));
        assertEquals(null, scripts.known(script).getPublished());
    }

    @Test
    void an_unfinished_draft_is_kept_but_neither_tried_nor_published() {
        long script = scripts.create(mark, DraftSteps.read("{\"steps\":[{\"kind\":\"send-text\",\"id\":\"a\"}]}")).getId();

        assertThrows(ScriptRefused.class, () -> scripts.trial(script));
        ScriptRefused refused = assertThrows(ScriptRefused.class, () -> desk.publish(script, 1, null, null));
        assertEquals(List.of(Flaw.FIRST_MISSING, Flaw.REQUIRED), refused.problems().stream().map(DraftProblem::kind).toList());
        assertEquals("{\"steps\":[{\"kind\":\"send-text\",\"id\":\"a\"}]}", scripts.draft(script).steps().json());
    }

    @Test
    void revisions_are_numbered_and_an_old_one_comes_back_as_the_newest() {
        long script = scripts.create(mark, draft("One.")).getId();
        desk.publish(script, 1, "first", null);
        scripts.trial(script);
        desk.write(script, 1, draft("Two."));
        desk.publish(script, 2, "second", null);
        desk.rollBack(script, 1, null);

        assertEquals(List.of("3 ↩ 1", "2 second", "1 first"), scripts.revisions(scripts.known(script)).stream()
                .map(revision -> revision.getNumber() + " " + revision.getNote()).toList());
        assertEquals(steps("One."), scripts.steps(scripts.known(script).getPublished().getId()));
        assertEquals(draft("Two."), scripts.draft(script).steps(), "the draft stays");
    }

    @Test
    void who_saves_what_somebody_else_has_changed_is_told_and_overwrites_nothing() {
        long script = scripts.create(mark, draft("One.")).getId();
        desk.write(script, 1, draft("Theirs."));

        assertThrows(ScriptRefused.class, () -> desk.write(script, 1, draft("Mine.")));
        assertThrows(ScriptRefused.class, () -> desk.publish(script, 1, null, null));
        assertEquals(draft("Theirs."), scripts.draft(script).steps());
    }

    @Test
    void what_the_draft_was_before_an_old_revision_took_its_place_comes_back() {
        long script = scripts.create(mark, draft("One.")).getId();
        desk.publish(script, 1, null, null);
        desk.write(script, 1, draft("Half a sent"));
        desk.takeUp(script, 1, 2);
        assertEquals(steps("One."), scripts.draft(script).steps().finished());

        desk.bringBack(script, 3);
        assertEquals(draft("Half a sent"), scripts.draft(script).steps());
    }

    @Test
    void a_script_is_deleted_with_all_it_had_and_its_name_is_free_again() {
        long script = scripts.create(mark, draft("One.")).getId();
        desk.publish(script, 1, null, null);
        scripts.trial(script);

        assertThrows(ScriptRefused.class, () -> scripts.create(mark));
        scripts.delete(script);
        assertTrue(scripts.find(script).isEmpty());
        assertFalse(scripts.create(mark).getId() == script);
    }

    private static DraftSteps draft(String words) {
        return DraftSteps.of(steps(words));
    }

    private static Steps steps(String words) {
        return new Steps("a", List.of(new HangUp("a", List.of(new Utterance.Words(words)))), null);
    }
}
