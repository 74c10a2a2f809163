package callward.notice;

import callward.settings.Saying;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why the mail server and we do not come together, and what to do. */
final class MailTrouble {

    private MailTrouble() { }

    static Saying of(MessagingException refused, SmtpServer server) {
        String answer = Refusal.of(refused).problem();
        String address = server.host() + ":" + server.port();
        if (refused instanceof AuthenticationFailedException) {
            return Saying.of("state.mail.signIn", answer);
        }
        for (Throwable cause = refused; cause != null; cause = next(cause)) {
            if (cause instanceof UnknownHostException) {
                return Saying.of("state.mail.unknownHost", server.host());
            }
            if (cause instanceof SSLException) {
                return Saying.of("state.mail.tls", address, answer);
            }
            if (cause instanceof SocketTimeoutException) {
                return Saying.of("state.mail.timeout", address);
            }
            if (cause instanceof ConnectException) {
                return Saying.of("state.mail.refused", address);
            }
        }
        boolean noTls = answer.toUpperCase(Locale.ROOT).contains("STARTTLS");
        return noTls ? Saying.of("state.mail.tls", address, answer) : Saying.of("state.mail.answer", answer);
    }

    private static Throwable next(Throwable at) {
        return at instanceof MessagingException mail && mail.getNextException() != null ? mail.getNextException() : at.getCause();
    }
}
