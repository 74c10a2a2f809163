package callward.voicemail;

import callward.api.Explains;
import callward.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What mailboxes refuse, in the API's words. */
@ApplicationScoped
class MailboxFaults implements Explains {

    @Override
    public Optional<Refusal> explain(Throwable problem) {
        return problem instanceof KeyTaken taken ? Optional.of(Refusal.conflict(taken.saying().inEnglish())) : Optional.empty();
    }
}
