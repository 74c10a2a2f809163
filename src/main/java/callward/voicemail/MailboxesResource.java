package callward.voicemail;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Where messages are left, and who is told of them by mail. */
@ApiResource
@Path("mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class MailboxesResource {

    /**
     * @param key    what scripts call it; in a change it may be left out: it stands in the address
     * @param name   what people call it, 1 to 100 characters
     * @param emails who is told of messages; may be empty
     */
    public record MailboxRow(String key, String name, List<String> emails) { }

    @Inject
    Mailboxes mailboxes;

    /** List the mailboxes. */
    @GET
    public Page<MailboxRow> list(@BeanParam Paging paging) {
        return Page.of(mailboxes.all().stream().map(MailboxesResource::shown).toList(), paging);
    }

    /**
     * Read a mailbox.
     *
     * @param key what scripts call it, 1 to 40 small letters, digits and dashes
     */
    @GET
    @Path("{key}")
    public MailboxRow one(@PathParam("key") String key) {
        return shown(mailboxes.find(key).orElseThrow(() -> Refusal.notFound("There is no mailbox " + key + ".")));
    }

    /** Make or change a mailbox. */
    @PUT
    @Path("{key}")
    public MailboxRow save(@PathParam("key") String key, MailboxRow wanted) {
        String emails = wanted == null || wanted.emails() == null ? "" : String.join(",", wanted.emails());
        String wrong = Emails.wrong(emails);
        if (!Mailbox.isKey(key)) {
            throw Refusal.field("key", "should be 1 to 40 small letters, digits and dashes");
        }
        if (wrong != null) {
            throw Refusal.field("emails", wrong + " is not a mail address");
        }
        if (wanted == null || wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > 100) {
            throw Refusal.field("name", "should be 1 to 100 characters");
        }
        return shown(mailboxes.save(key, wanted.name(), emails));
    }

    private static MailboxRow shown(Mailbox mailbox) {
        return new MailboxRow(mailbox.getKey(), mailbox.getName(), mailbox.addresses());
    }
}
