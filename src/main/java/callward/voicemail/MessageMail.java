package callward.voicemail;

import callward.phone.PhoneNumber;
import java.net.URI;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The mail that tells of a message: who called, when, and where it can be heard. */
final class MessageMail {

    private final Message message;
    private final URI page;
    private final Locale reader;
    private final ZoneId zone;

    MessageMail(Message message, URI page, Locale reader, ZoneId zone) {
        this.message = message;
        this.page = page;
        this.reader = reader;
        this.zone = zone;
    }

    String subject() {
        String subject = text("subject", who(), length());
        return message.simulated() ? text("simulated.subject", subject) : subject;
    }

    /** @param attached whether the sound is in the mail */
    String body(boolean attached) {
        List<String> lines = new ArrayList<>();
        if (message.simulated()) {
            lines.add(text("simulated"));
            lines.add("");
        }
        lines.add(text("intro", message.mailbox()));
        lines.add("");
        lines.add(text("caller", caller()));
        message.customer().ifPresent(customer -> lines.add(text("customer", customer)));
        message.ticket().ifPresent(ticket -> lines.add(text("ticket", ticket)));
        lines.add(text("time", when()));
        lines.add(text("length", length()));
        lines.add("");
        lines.add(text(attached ? "attached" : "later"));
        lines.add(page.toString());
        return String.join("\n", lines) + "\n";
    }

    private String who() {
        return message.customer().orElseGet(this::caller);
    }

    private String caller() {
        return PhoneNumber.in(message.caller()).map(PhoneNumber::shown)
                .orElseGet(() -> message.caller().contains(":") ? message.caller() : text("anonymous"));
    }

    private String when() {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(reader).format(message.leftAt().atZone(zone))
                + " (" + zone.getId() + ")";
    }

    private String length() {
        return message.seconds() / 60 + ":" + (message.seconds() % 60 < 10 ? "0" : "") + message.seconds() % 60;
    }

    private String text(String key, Object... values) {
        ResourceBundle texts = ResourceBundle.getBundle("callward.texts", reader, MessageMail.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString("voicemail." + key), reader).format(values);
    }
}
