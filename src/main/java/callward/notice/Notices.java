package callward.notice;

import callward.settings.PublicUrl;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Where the other rooms leave what somebody must be told. Only rows are written here, in the caller's transaction. */
@ApplicationScoped
@Transactional
public class Notices {

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;
    @Inject
    PublicUrl publicUrl;
    @Inject
    Clock clock;
    @Inject
    Event<MailWritten> written;

    /** @param reason such as {@code voicemail:RE…}: told once to each recipient, however often this is called */
    public void mail(String reason, Collection<String> recipients, String subject, String body, Optional<Attachment> attachment) {
        Set<String> each = new LinkedHashSet<>(recipients);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into callward.outgoing_mail (reason, recipients, subject, body, attachment_file, attachment_name,
                            attachment_type, message_id, next_try_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (reason) do nothing""")) {
            for (String recipient : each) {
                fill(insert, reason + " to " + recipient, recipient, subject, body, attachment);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the mail cannot be written", e);
        }
        written.fire(new MailWritten(reason));
    }

    private void fill(PreparedStatement insert, String reason, String recipient, String subject, String body, Optional<Attachment> attachment)
            throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        insert.setString(1, reason);
        insert.setString(2, recipient);
        insert.setString(3, subject);
        insert.setString(4, body);
        insert.setString(5, attachment.map(Attachment::file).orElse(null));
        insert.setString(6, attachment.map(Attachment::name).orElse(null));
        insert.setString(7, attachment.map(Attachment::contentType).orElse(null));
        insert.setString(8, "<" + UUID.randomUUID() + "@" + publicUrl.at("/").getHost() + ">");
        insert.setObject(9, now);
        insert.setObject(10, now);
    }
}
