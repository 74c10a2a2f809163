package callward.voicemail;

import callward.script.Known;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Mailboxes, as scripts name them. */
@ApplicationScoped
class KnownMailboxes implements Known {

    @Inject
    Mailboxes mailboxes;

    @Override
    public Thing thing() {
        return Thing.MAILBOX;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Mailbox mailbox : mailboxes.all()) {
            names.put(mailbox.getKey(), mailbox.getName());
        }
        return names;
    }
}
