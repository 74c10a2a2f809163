package callward.voicemail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Mail addresses as people type them: separated by commas, blanks or line breaks. */
final class Emails {

    private Emails() { }

    static List<String> in(String text) {
        return text == null ? List.of() : Stream.of(text.split("[,;\\s]+")).filter(part -> !part.isEmpty()).distinct().toList();
    }

    /** The first that is no address, or null. */
    static String wrong(String text) {
        return in(text).stream().filter(address -> !valid(address)).findFirst().orElse(null);
    }

    private static boolean valid(String address) {
        try {
            new InternetAddress(address, true).validate();
            return address.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }
}
