/**
 * Tells somebody something. Mails for now; texts and calls come later.
 *
 * <p>A mail is a row first, written in the transaction of what it tells of. {@link callward.notice.MailCourier} leases due rows and
 * brings them to the mail server until it takes them. Each recipient has a mail of his own, so that one bad address never holds up,
 * or doubles, the mail of another. Mail servers give no transactions: when one takes a mail and the connection breaks before it
 * says so, we cannot know, and send again with the same Message-ID, by which mailboxes recognise the second copy.
 */
package callward.notice;
