package callward.voicemail;

import callward.access.Role;
import callward.access.SignedIn;
import callward.script.Known;
import callward.script.WhereUsed;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One mailbox: its name, and who is told of its messages. Agents hear messages, supervisors say who else is told. */
@Named
@ViewScoped
public class MailboxView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Mailboxes mailboxes;
    @Inject
    SignedIn signedIn;
    @Inject
    WhereUsed whereUsed;

    private boolean fresh = true;
    private String key;
    private String name;
    private String emails;
    private transient List<WhereUsed.Place> places;

    public void load() {
        key = Faces.getRequestParameter("key");
        if (!signedIn.may(Role.SUPERVISOR)) {
            Faces.responseSendError(403, "for supervisors");
        } else if (key != null) {
            Optional<Mailbox> found = mailboxes.find(key);
            if (found.isEmpty()) {
                Faces.responseSendError(404, "no such mailbox");
                return;
            }
            fresh = false;
            name = found.get().getName();
            emails = found.get().getEmails();
        }
    }

    /** Scripts that leave messages in it. */
    public List<WhereUsed.Place> getPlaces() {
        if (places == null) {
            places = whereUsed.of(Known.Thing.MAILBOX, key);
        }
        return places;
    }

    public String save() {
        if (!signedIn.may(Role.SUPERVISOR)) {
            Faces.responseSendError(403, "for supervisors");
            return null;
        }
        if (!emailsAreRight() | !keyIsRight()) {
            return null;
        }
        try {
            if (fresh) {
                mailboxes.add(key, name, emails);
            } else {
                mailboxes.save(key, name, emails);
            }
        } catch (KeyTaken addedMeanwhile) {
            Messages.addError("mailbox:key", "mailbox.keyTaken", key);
            return null;
        }
        Messages.addFlashGlobalInfo("mailbox.saved", name);
        return "/voicemail/index?faces-redirect=true";
    }

    public boolean isNew() {
        return fresh;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmails() {
        return emails;
    }

    public void setEmails(String emails) {
        this.emails = emails;
    }

    private boolean emailsAreRight() {
        String wrong = Emails.wrong(emails);
        if (wrong != null) {
            Messages.addError("mailbox:emails", "mailbox.emailWrong", wrong);
        }
        return wrong == null;
    }

    private boolean keyIsRight() {
        if (!fresh) {
            return true;
        }
        if (!Mailbox.isKey(key)) {
            Messages.addError("mailbox:key", "mailbox.keyWrong");
            return false;
        }
        if (mailboxes.find(key).isPresent()) {
            Messages.addError("mailbox:key", "mailbox.keyTaken", key);
            return false;
        }
        return true;
    }
}
