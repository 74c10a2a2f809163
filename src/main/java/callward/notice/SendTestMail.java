package callward.notice;

import callward.settings.Company;
import callward.settings.PublicUrl;
import callward.settings.Saying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sends a mail to try the mail server, at once and past the outbox, and says what the server answered. */
@ApplicationScoped
public class SendTestMail {

    /** @param taken whether the mail server took it; @param answer what it said, or what is wrong and what to do */
    public record Outcome(boolean taken, Saying answer) { }

    @Inject
    PostOffice office;
    @Inject
    PublicUrl publicUrl;
    @Inject
    Company company;
    @Inject
    Clock clock;

    public Outcome to(String recipient, Locale language) {
        Optional<SmtpServer> server = office.server();
        if (server.isEmpty()) {
            return new Outcome(false, Saying.of("state.mail.none"));
        }
        String subject = Saying.of("mail.test.subject", company.getName()).in(language);
        String body = Saying.of("mail.test.body", publicUrl.origin()).in(language);
        String id = "<" + UUID.randomUUID() + "@" + publicUrl.at("/").getHost() + ">";
        OutgoingMail mail = new OutgoingMail(0, "test", recipient, subject, body, Optional.empty(), id, 1, clock.instant(), Optional.empty(),
                Optional.empty(), clock.instant());
        try {
            return new Outcome(true, Saying.of("mail.test.taken", recipient, office.deliverAloud(mail)));
        } catch (MessagingException e) {
            return new Outcome(false, MailTrouble.of(e, server.get()));
        }
    }
}
