package callward.notice;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail to one recipient, waiting or sent.
 *
 * @param reason  what it tells of, once for all: the same reason never makes a second mail
 * @param problem why it is not sent yet, if something is in the way
 */
public record OutgoingMail(long id, String reason, String recipient, String subject, String body, Optional<Attachment> attachment,
                           String messageId, int tries, Instant nextTry, Optional<Instant> sentAt, Optional<String> problem,
                           Instant createdAt) { }
