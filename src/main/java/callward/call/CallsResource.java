package callward.call;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Json;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.api.Times;
import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.call.Calls.LegRow;
import callward.settings.Company;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;

/** The call log, newest first; of each call, what came in and went out, and the telephones that rang. */
@ApiResource
@Path("calls")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class CallsResource {

    @Inject
    Calls calls;
    @Inject
    CallRecords records;
    @Inject
    Company company;

    /**
     * List calls. The newest first; at most 10,000 are counted.
     *
     * @param text      part of a number, a customer's name or a ticket's number, or a whole call SID
     * @param state     LIVE or OVER
     * @param outcome   ANSWERED, VOICEMAIL, MISSED, ABANDONED, HANDED_OVER, REFUSED, FAILED or NOT_REACHED
     * @param from      ISO 8601 instant, the earliest start
     * @param to        ISO 8601 instant, before which it started
     * @param line      id of the line that was called
     * @param agent     name of who answered
     * @param simulated whether it was made in the simulator
     * @param direction IN or OUT
     */
    @GET
    public Page<CallRow> list(@QueryParam("text") String text, @QueryParam("state") String state, @QueryParam("outcome") String outcome,
                              @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("line") Long line,
                              @QueryParam("agent") String agent, @QueryParam("simulated") Boolean simulated, @QueryParam("direction") String direction,
                              @BeanParam Paging paging) {
        CallFilter filter = new CallFilter(text, state, outcome, Times.instant("from", from), Times.instant("to", to), line, agent, simulated, direction);
        return new Page<>(calls.page(filter, paging.page(), paging.size()), calls.count(filter), paging.page(), paging.size());
    }

    /**
     * Export calls as CSV. UTF-8, 100,000 calls at most; times in the company's time zone. Cells that a spreadsheet would calculate begin
     * with a quote.
     */
    @GET
    @Path("export")
    @Produces("text/csv; charset=UTF-8")
    public StreamingOutput export(@QueryParam("text") String text, @QueryParam("state") String state, @QueryParam("outcome") String outcome,
                                  @QueryParam("from") String from, @QueryParam("to") String to, @QueryParam("line") Long line,
                                  @QueryParam("agent") String agent, @QueryParam("simulated") Boolean simulated, @QueryParam("direction") String direction) {
        CallFilter filter = new CallFilter(text, state, outcome, Times.instant("from", from), Times.instant("to", to), line, agent, simulated, direction);
        CallsCsv csv = new CallsCsv(calls, company.zone());
        return out -> csv.write(filter, out);
    }

    /**
     * Read a call.
     *
     * @param id the carrier's SID of the call
     */
    @GET
    @Path("{id}")
    public CallRow one(@PathParam("id") String id) {
        return calls.find(id).orElseThrow(() -> Refusal.notFound("There is no call " + id + "."));
    }

    /** List what came in for a call and what went out. */
    @GET
    @Path("{id}/events")
    public List<EventRow> events(@PathParam("id") String id) {
        return calls.events(one(id).id());
    }

    /** List the telephones that rang for a call. */
    @GET
    @Path("{id}/legs")
    public List<LegRow> legs(@PathParam("id") String id) {
        return calls.legs(one(id).id());
    }

    /**
     * Read everything that is known of a call. In one piece: for a support case, or a test.
     *
     * @param masked true: telephone numbers are unreadable, but for the country and the last two digits
     */
    @GET
    @Path("{id}/record")
    public CallRecord record(@PathParam("id") String id, @QueryParam("masked") boolean masked) {
        CallRecord record = records.find(id).orElseThrow(() -> Refusal.notFound("There is no call " + id + "."));
        return masked ? Json.MAPPER.convertValue(Masked.tree(Json.MAPPER.valueToTree(record)), CallRecord.class) : record;
    }
}
