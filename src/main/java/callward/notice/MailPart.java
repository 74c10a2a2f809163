package callward.notice;

import callward.settings.Part;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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
        Optional<String> problem = office.problem();
        long waiting = outbox.waiting();
        String waits = waiting == 0 ? "" : " " + waiting + (waiting == 1 ? " mail waits." : " mails wait.");
        return problem.map(reason -> State.down(reason + waits)).orElseGet(() -> State.up(waits.strip()));
    }
}
