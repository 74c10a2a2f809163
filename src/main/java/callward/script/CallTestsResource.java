package callward.script;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Conversations as they should go. They are run before a draft is published; one that is red refuses it unless a reason is given. */
@ApiResource
@Path("scripts/{script: \\d{1,18}}/tests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
@Transactional
public class CallTestsResource {

    private static final String ID = "{id: \\d{1,18}}";

    /**
     * @param name 1 to 100 characters
     * @param test the conversation
     */
    public record CallTestText(String name, CallTest test) { }

    /**
     * @param id        names it within its script
     * @param script    id of the script whose test it is
     * @param name      1 to 100 characters
     * @param test      the conversation
     * @param changedAt when it was last saved
     * @param changedBy user name, {@code token:NAME}, or {@code system}; null for one that came with the demo company
     */
    public record CallTestShown(long id, long script, String name, CallTest test, Instant changedAt, String changedBy) { }

    /**
     * @param id         of the test
     * @param name       of the test
     * @param green      whether everything went as expected
     * @param transcript the conversation as it went
     * @param difference the first line that went otherwise; null when the test is green
     */
    public record CallTestRan(long id, String name, boolean green, List<CallTestResult.TestLine> transcript, CallTestResult.TestDifference difference) { }

    @Inject
    CallTests tests;
    @Inject
    CallTestTarget target;
    @Inject
    Scripts scripts;

    /**
     * List a script's call tests.
     *
     * @param script id of the script
     */
    @GET
    public Page<CallTestShown> list(@PathParam("script") long script, @BeanParam Paging paging) {
        return Page.of(tests.of(scripts.known(script).getId()).stream().map(CallTestsResource::shown).toList(), paging);
    }

    /** Make a call test. 400 names the field that will not do. */
    @POST
    @Created
    @Allowed(Role.SUPERVISOR)
    public CallTestShown add(@PathParam("script") long script, CallTestText text) {
        return shown(tests.save(script, text.name(), text.test()));
    }

    /**
     * Read a call test.
     *
     * @param id of the test
     */
    @GET
    @Path(ID)
    public CallTestShown one(@PathParam("script") long script, @PathParam("id") long id) {
        return shown(tests.known(script, id));
    }

    /** Change a call test. */
    @PUT
    @Path(ID)
    @Allowed(Role.SUPERVISOR)
    public CallTestShown change(@PathParam("script") long script, @PathParam("id") long id, CallTestText text) {
        return shown(tests.change(script, id, text.name(), text.test()));
    }

    /** Delete a call test. It can be had back for a day. */
    @DELETE
    @Path(ID)
    @Allowed(Role.SUPERVISOR)
    public void delete(@PathParam("script") long script, @PathParam("id") long id) {
        tests.delete(script, id);
    }

    /** Bring back a deleted call test. Within a day. */
    @POST
    @Path(ID + "/restore")
    @Allowed(Role.SUPERVISOR)
    public CallTestShown restore(@PathParam("script") long script, @PathParam("id") long id) {
        return shown(tests.restore(script, id));
    }

    /**
     * Run all call tests of a script. Nothing is called, nobody is rung, nothing is written.
     *
     * @param of {@code draft} (usual; 409 while it is unfinished) or {@code published} (409 before the first publishing)
     */
    @POST
    @Path("run")
    public List<CallTestRan> run(@PathParam("script") long script, @QueryParam("of") String of) {
        return tests.run(script, target.steps(script, of)).stream().map(CallTestsResource::ran).toList();
    }

    /**
     * Run one call test.
     *
     * @param of {@code draft} (usual; 409 while it is unfinished) or {@code published} (409 before the first publishing)
     */
    @POST
    @Path(ID + "/run")
    public CallTestRan runOne(@PathParam("script") long script, @PathParam("id") long id, @QueryParam("of") String of) {
        SavedCallTest saved = tests.known(script, id);
        return ran(new CallTests.Ran(saved, tests.play(target.steps(script, of), saved.test())));
    }

    private static CallTestShown shown(SavedCallTest saved) {
        return new CallTestShown(saved.getId(), saved.getScript(), saved.getName(), saved.test(), saved.getChangedAt(), saved.getChangedBy());
    }

    private static CallTestRan ran(CallTests.Ran ran) {
        return new CallTestRan(ran.saved().getId(), ran.saved().getName(), ran.result().green(), ran.result().transcript(), ran.result().difference());
    }
}
