package callward.people;

import callward.access.AuditEntry;
import callward.access.AuditFilter;
import callward.access.AuditLog;
import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Times;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Who changed what, and who signed in or was refused. Entries are only ever added. */
@ApiResource
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public class AuditResource {

    @Inject
    AuditLog log;

    /**
     * List who changed what. The latest first.
     *
     * @param room    a section: accounts, tokens, destinations, lines, scripts …
     * @param by      part of a user name, or of a token's name after {@code token:}
     * @param subject part of what the thing is called, by its section or by people
     * @param from    an instant such as 2026-11-24T09:00:00Z
     * @param to      an instant; it is not included itself
     */
    @GET
    public Page<AuditEntry> list(@QueryParam("room") String room, @QueryParam("by") String by, @QueryParam("subject") String subject,
            @QueryParam("from") String from, @QueryParam("to") String to, @BeanParam Paging paging) {
        AuditFilter filter = new AuditFilter(room, by, subject, Times.instant("from", from), Times.instant("to", to));
        return new Page<>(log.page(filter, paging.page(), paging.size()), log.count(filter), paging.page(), paging.size());
    }

    /** Check that the audit log is whole. Reads every entry and follows the chain of hashes. Takes about a second for 100,000 entries. */
    @GET
    @Path("check")
    public AuditLog.Verdict check() {
        return log.check();
    }
}
