package callward.call;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.script.SavedCallTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Makes a call test of a call that is over, simulated or real. */
@ApiResource
@Path("calls/{id}/test")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class RecordedTestResource {

    /** @param name of the test, at most 100 characters; null: whoever called, and when */
    public record TestName(String name) { }

    /** @param script whose test it is @param test its id */
    public record TestKept(long script, long test) { }

    @Inject
    RecordedTest recorded;

    /**
     * Make a call test of a call that is over. 404 when there is no such call, 409 while it goes on or when its script is gone.
     *
     * @param id the carrier's SID of the call
     */
    @POST
    @Created
    public TestKept save(@PathParam("id") String id, TestName wanted) {
        SavedCallTest saved = recorded.save(id, wanted.name());
        return new TestKept(saved.getScript(), saved.getId());
    }
}
