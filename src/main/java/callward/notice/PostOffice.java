package callward.notice;

import callward.settings.PublicUrl;
import callward.settings.Saying;
import callward.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/** Speaks with the company's mail server, with a session of our own: its settings live in the console, not in the server's config. */
@ApplicationScoped
public class PostOffice {

    @Inject
    Settings settings;
    @Inject
    PublicUrl publicUrl;

    /** How long one answer of the mail server may take. */
    Duration patience = Duration.ofSeconds(10);

    /** Whether there is a mail server at all. */
    public boolean isOpen() {
        return server().isPresent();
    }

    /** What keeps mail from being sent, as an attempt to sign in shows it; nothing when all is well. */
    public Optional<Saying> problem() {
        Optional<SmtpServer> server = server();
        if (server.isEmpty()) {
            return Optional.of(Saying.of("state.mail.none"));
        }
        try {
            close(connect(server.get(), session(server.get())));
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(MailTrouble.of(e, server.get()));
        }
    }

    void deliver(OutgoingMail mail) throws MessagingException {
        SmtpServer server = known();
        send(mail, server, session(server));
    }

    /** Delivers a short mail, and listens: @return the mail server's last answer, in its own words. */
    String deliverAloud(OutgoingMail mail) throws MessagingException {
        SmtpServer server = known();
        Session session = session(server);
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        session.setDebugOut(new PrintStream(talk, true, StandardCharsets.UTF_8)); // user names and passwords do not appear in it
        session.setDebug(true);
        send(mail, server, session);
        return lastAnswer(talk.toString(StandardCharsets.UTF_8));
    }

    private void send(OutgoingMail mail, SmtpServer server, Session session) throws MessagingException {
        Letter letter = Letter.of(mail, server.from(), mail.attachment().flatMap(this::onDisk), session);
        Transport transport = connect(server, session);
        try {
            transport.sendMessage(letter, letter.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    /** Of a conversation, what came last from the other side: {@code 250 2.0.0 queued as 4711}. */
    private static String lastAnswer(String talk) {
        return talk.lines().filter(line -> line.matches("250( .*)?")).reduce((earlier, later) -> later)
                .map(line -> line.length() > 200 ? line.substring(0, 200) + "…" : line).orElse("250");
    }

    private SmtpServer known() throws MessagingException {
        return server().orElseThrow(() -> new MessagingException("No mail server is set."));
    }

    Optional<SmtpServer> server() {
        return SmtpServer.in(settings, ourHost());
    }

    /** A file that has been deleted since does not hold up the words. */
    private Optional<Path> onDisk(Attachment attachment) {
        Path root = settings.dataFolder();
        Path path = root.resolve(attachment.file()).normalize();
        return Optional.of(path).filter(file -> file.startsWith(root) && Files.isRegularFile(file));
    }

    private static Transport connect(SmtpServer server, Session session) throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(server.host(), server.port(), server.user().orElse(null), server.user().isPresent() ? server.password() : null);
        return transport;
    }

    private Session session(SmtpServer server) {
        String millis = String.valueOf(patience.toMillis());
        Properties smtp = new Properties();
        smtp.put("mail.smtp.connectiontimeout", millis);
        smtp.put("mail.smtp.timeout", millis);
        smtp.put("mail.smtp.writetimeout", millis);
        smtp.put("mail.smtp.auth", String.valueOf(server.user().isPresent()));
        smtp.put("mail.smtp.ssl.enable", String.valueOf(server.tls() == SmtpServer.Tls.SSL));
        smtp.put("mail.smtp.starttls.enable", String.valueOf(server.tls() == SmtpServer.Tls.STARTTLS));
        smtp.put("mail.smtp.starttls.required", String.valueOf(server.startTlsRequired()));
        smtp.put("mail.smtp.ssl.checkserveridentity", "true");
        smtp.put("mail.smtp.localhost", ourHost().matches("[0-9.]+") ? "[" + ourHost() + "]" : ourHost());
        // the mail is taken when DATA is answered; a lost answer to QUIT must not make a second copy
        smtp.put("mail.smtp.quitwait", "false");
        return Session.getInstance(smtp);
    }

    private String ourHost() {
        return publicUrl.at("/").getHost();
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // what counts has been said before
        }
    }
}
