package callward.people;

import callward.access.Account;
import callward.access.EndSessions;
import callward.access.OpenSessions;
import callward.access.OwnAccount;
import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** One's own account. For sessions only: a token has no account of its own and is answered 404. */
@ApiResource
@Path("account")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class AccountResource {

    /**
     * @param username what he signs in with
     * @param name     for people
     * @param email    where he is written to; null when none is known
     * @param role     what he may do
     * @param language tag of the language he reads, like {@code es}; null follows the browser
     */
    public record Own(String username, String name, String email, Role role, String language) { }

    /**
     * All of them are set.
     *
     * @param name     1 to 100 characters
     * @param email    null for none
     * @param language tag of the language to read, like {@code es}; null follows the browser
     */
    public record ChangedOwn(String name, String email, String language) { }

    /**
     * @param old      the password that counts now
     * @param password 10 to 200 characters, not made of the user name, not one that everybody tries first
     */
    public record NewPassword(String old, String password) { }

    @Inject
    SignedIn signedIn;
    @Inject
    OwnAccount own;
    @Inject
    OpenSessions sessions;
    @Inject
    EndSessions endSessions;
    @Inject
    HttpServletRequest request;

    /** Read one's own account. */
    @GET
    public Own me() {
        return shown(account());
    }

    /** Change one's own name, mail address and language. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Own change(ChangedOwn text) {
        account();
        return shown(own.change(text.name(), text.email(), text.language()));
    }

    /** Change one's own password. Sessions elsewhere end. After ten wrong old passwords within a quarter of an hour none is right for a while. */
    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(NewPassword text) {
        account();
        own.changePassword(text.old(), text.password(), thisKey());
    }

    /** List where one is signed in. */
    @GET
    @Path("sessions")
    public Page<SessionRow> sessions(@BeanParam Paging paging) {
        return Page.of(sessions.of(account()).stream().map(session -> SessionRow.of(session, sessions.isThis(session, request))).toList(), paging);
    }

    /** End all of one's sessions but the one that asks. */
    @DELETE
    @Path("sessions")
    public void endOthers() {
        endSessions.allOf(account(), thisKey());
    }

    /**
     * End one of one's sessions.
     *
     * @param id of the session, as the list has it
     */
    @DELETE
    @Path("sessions/{id: \\d{1,18}}")
    public void end(@PathParam("id") long id) {
        if (!endSessions.one(id, account())) {
            throw Refusal.notFound("You have no such session.");
        }
    }

    private String thisKey() {
        return OpenSessions.keyOf(request.getSession(false));
    }

    private Account account() {
        return signedIn.account().orElseThrow(() -> Refusal.notFound("A token has no account of its own."));
    }

    private static Own shown(Account account) {
        return new Own(account.getUsername(), account.getName(), account.getEmail(), account.getRole(),
                account.language().map(Locale::toLanguageTag).orElse(null));
    }
}
