package callward.people;

import callward.access.Account;
import callward.access.AccountText;
import callward.access.EndSessions;
import callward.access.Invitations;
import callward.access.KeepAccounts;
import callward.access.OpenSessions;
import callward.access.Role;
import callward.access.VouchedAccounts;
import callward.agent.Device;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.phone.Destination;
import callward.settings.PublicUrl;
import callward.settings.Setting;
import callward.settings.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Locale;

/** Accounts: who may sign in, in which role, and whose telephone rings. */
@ApiResource
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.ADMIN)
public class AccountsResource {

    /**
     * @param username   what he signs in with; never changes
     * @param name       for people, 1 to 100 characters
     * @param email      where he is written to; null when none is known
     * @param role       what he may do
     * @param language   tag of the language he reads, like {@code es}; null follows the browser
     * @param active     false: shut out
     * @param state      ACTIVE, INVITED (a link is out), NO_PASSWORD (no link either) or SHUT_OUT
     * @param phone      which rings for him: E.164, {@code sip:…} or {@code client:…}; null when he answers no calls
     * @param createdAt  when the account was made
     * @param signedInAt the last time, null when never
     * @param identity   what the company's own provider calls him, null when he does not sign in there
     */
    public record AccountRow(String username, String name, String email, Role role, String language, boolean active, Colleague.State state,
            String phone, Instant createdAt, Instant signedInAt, String identity) { }

    /**
     * @param username small letters, digits and {@code . _ @ + -}, at most 64; never changes
     * @param name     1 to 100 characters
     * @param email    where he is written to; null for none
     * @param role     AGENT when left out
     * @param language tag of the language he reads, like {@code es}; null follows the browser
     * @param phone    the telephone that rings for him: E.164, {@code sip:…} or {@code client:…}; null when he answers no calls
     */
    public record NewAccount(String username, String name, String email, Role role, String language, String phone) { }

    /**
     * All of them are set: what is left out is emptied.
     *
     * @param name     1 to 100 characters
     * @param email    where he is written to; null for none
     * @param role     what he may do
     * @param language tag of the language he reads, like {@code es}; null follows the browser
     * @param active   true when left out
     * @param phone    the telephone that rings for him: E.164, {@code sip:…} or {@code client:…}; null when he answers no calls
     */
    public record ChangedAccount(String name, String email, Role role, String language, Boolean active, String phone) { }

    /**
     * @param account   whom the link is for
     * @param link      to be given to him: he chooses his password there. It is told this once and works once, until {@code expiresAt}
     * @param expiresAt when the link works no more
     */
    public record Invited(AccountRow account, String link, Instant expiresAt) { }

    /** @param password 10 to 200 characters; he must change it when he signs in with it */
    public record FirstPassword(String password) { }

    /** @param subject what the configured provider calls him in {@code sub}; it never changes there */
    public record Elsewhere(String subject) { }

    @Inject
    Colleagues colleagues;
    @Inject
    VouchedAccounts vouched;
    @Inject
    Settings settings;
    @Inject
    KeepAccounts keep;
    @Inject
    Invitations invitations;
    @Inject
    OpenSessions sessions;
    @Inject
    EndSessions endSessions;
    @Inject
    HttpServletRequest request;
    @Inject
    PublicUrl publicUrl;

    /** List the accounts. */
    @GET
    public Page<AccountRow> list(@BeanParam Paging paging) {
        return Page.of(colleagues.all().stream().map(AccountsResource::shown).toList(), paging);
    }

    /**
     * Read an account.
     *
     * @param username what he signs in with
     */
    @GET
    @Path("{username}")
    public AccountRow one(@PathParam("username") String username) {
        return shown(known(username));
    }

    /** Make an account and the link to choose a password. The link is told this once. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    public Invited add(NewAccount text) {
        Colleague added = colleagues.add(text.username(), new AccountText(text.name(), text.email(), text.role() == null ? Role.AGENT : text.role(),
                text.language(), true), phone(text.phone()));
        return invited(added.account().getUsername());
    }

    /**
     * Change an account. Role and shutting out count from his next request on. 409 when the last administrator, or oneself, would lose his
     * rights.
     */
    @PUT
    @Path("{username}")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountRow change(@PathParam("username") String username, ChangedAccount text) {
        return shown(colleagues.change(username, new AccountText(text.name(), text.email(), text.role(), text.language(),
                text.active() == null || text.active()), phone(text.phone())));
    }

    /**
     * Delete an account. His telephones stay, silent; what he did stays in the audit log. 409 when the last administrator, or oneself,
     * would lose his rights.
     */
    @DELETE
    @Path("{username}")
    public void delete(@PathParam("username") String username) {
        colleagues.delete(username);
    }

    /** Make a new link to choose a password. An older one dies. The password he has works until he chooses. */
    @POST
    @Path("{username}/invitation")
    public Invited invite(@PathParam("username") String username) {
        return invited(known(username).account().getUsername());
    }

    /** Set a password that he must change when he signs in. */
    @PUT
    @Path("{username}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void setPassword(@PathParam("username") String username, FirstPassword text) {
        keep.setPassword(username, text.password());
    }

    /** List where somebody is signed in. The latest first. */
    @GET
    @Path("{username}/sessions")
    public Page<SessionRow> sessions(@PathParam("username") String username, @BeanParam Paging paging) {
        return Page.of(sessions.of(known(username).account()).stream().map(session -> SessionRow.of(session, sessions.isThis(session, request))).toList(), paging);
    }

    /** End all sessions of an account. They are over at their next request, and their open desks at once. */
    @DELETE
    @Path("{username}/sessions")
    public void endSessions(@PathParam("username") String username) {
        endSessions.allOf(known(username).account(), null);
    }

    /**
     * End one session of an account.
     *
     * @param id of the session, as the list has it
     */
    @DELETE
    @Path("{username}/sessions/{id: \\d{1,18}}")
    public void endSession(@PathParam("username") String username, @PathParam("id") long id) {
        if (!endSessions.one(id, known(username).account())) {
            throw Refusal.notFound("There is no such session.");
        }
    }

    /** Let somebody sign in at the company's own provider. 409 when none is configured, or that identity is another account's. */
    @PUT
    @Path("{username}/identity")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountRow link(@PathParam("username") String username, Elsewhere text) {
        String issuer = settings.get(Setting.OIDC_ISSUER).orElseThrow(() -> Refusal.conflict("No provider is configured: set CALLWARD_OIDC_ISSUER."));
        vouched.link(username, issuer, text.subject());
        return shown(known(username));
    }

    /** Stop somebody signing in at the company's own provider. His password stays. */
    @DELETE
    @Path("{username}/identity")
    public void unlink(@PathParam("username") String username) {
        vouched.unlink(username);
    }

    private Invited invited(String username) {
        Invitations.Made made = invitations.make(username);
        return new Invited(shown(known(username)), publicUrl.at(made.path()).toString(), made.expiresAt());
    }

    private Colleague known(String username) {
        return colleagues.find(username).orElseThrow(() -> Refusal.notFound("There is no such account."));
    }

    private static Destination phone(String address) {
        try {
            return address == null || address.isBlank() ? null : Destination.of(address);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("phone", "should be a number with + and the country code, sip:name@host or client:name");
        }
    }

    static AccountRow shown(Colleague colleague) {
        Account account = colleague.account();
        Device phone = colleague.phone();
        return new AccountRow(account.getUsername(), account.getName(), account.getEmail(), account.getRole(),
                account.language().map(Locale::toLanguageTag).orElse(null), account.isActive(), colleague.state(),
                phone == null ? null : phone.getDestination().address(), account.getCreatedAt(), account.getSignedInAt(), account.getSubject());
    }
}
