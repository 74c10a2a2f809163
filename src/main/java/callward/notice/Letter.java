package callward.notice;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;

/** A mail as the mail server gets it. Its Message-ID is the row's: a second copy of the same mail can be recognised. */
final class Letter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param attachment the file on disk, empty when there is none (any more) */
    static Letter of(OutgoingMail mail, String from, Optional<Path> attachment, Session session) throws MessagingException {
        Letter letter = new Letter(session, mail.messageId());
        letter.setFrom(new InternetAddress(from, true));
        letter.setRecipient(RecipientType.TO, new InternetAddress(mail.recipient(), true));
        letter.setSubject(oneLine(mail.subject()), UTF_8);
        letter.setSentDate(Date.from(mail.createdAt()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        if (attachment.isPresent()) {
            letter.setContent(withFile(mail, attachment.get()));
        } else {
            letter.setText(mail.body(), UTF_8);
        }
        letter.saveChanges();
        return letter;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeMultipart withFile(OutgoingMail mail, Path path) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.body(), UTF_8);
        Attachment attachment = mail.attachment().orElseThrow();
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new FileDataSource(path.toFile()) {
            @Override
            public String getContentType() {
                return attachment.contentType();
            }
        }));
        file.setFileName(oneLine(attachment.name()));
        return new MimeMultipart(text, file);
    }

    /** A caller's name must not become a header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
