package callward.script;

import callward.flow.Steps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What call tests are run against: the draft as it stands, or what calls walk through now. */
@ApplicationScoped
@Transactional
class CallTestTarget {

    static final String DRAFT = "draft";
    static final String PUBLISHED = "published";

    @Inject
    Scripts scripts;

    /**
     * @param of null: the draft
     * @throws ScriptRefused while the draft is unfinished, or before the first publishing
     */
    Steps steps(long script, String of) {
        if (of == null || of.isBlank() || of.equals(DRAFT)) {
            return draft(script);
        }
        if (!of.equals(PUBLISHED)) {
            throw ScriptRefused.wrong("of", "calltest.ofWrong");
        }
        ScriptRevision published = scripts.known(script).getPublished();
        if (published == null) {
            throw ScriptRefused.conflict("calltest.unpublished");
        }
        return scripts.steps(published.getId());
    }

    private Steps draft(long script) {
        scripts.known(script);
        try {
            return scripts.draft(script).steps().finished();
        } catch (IllegalArgumentException unfinished) {
            throw ScriptRefused.conflict("calltest.unfinished");
        }
    }
}
