package callward.notice;

import callward.settings.Part;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Mail goes out. */
@ApplicationScoped
public class MailPart implements Part {

    @Inject
    PostOffice office;
    @Inject
    Outbox outbox;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public State state() {
        long waiting = outbox.waiting();
        Saying waits = waiting == 0 ? Saying.NOTHING : Saying.of("state.mail.waiting", waiting);
        return office.problem().map(reason -> State.down("state.mail.problem", reason, waits))
                .orElseGet(() -> new State(true, waits));
    }
}
