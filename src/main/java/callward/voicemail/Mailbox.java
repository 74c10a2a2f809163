package callward.voicemail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/** Where messages are left, and who is told of them. Scripts name it by its key, which therefore never changes. */
@Entity
@Table(name = "mailbox")
public class Mailbox implements Serializable {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(updatable = false)
    private String key;
    private String name;
    private String emails;

    protected Mailbox() { }

    Mailbox(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a key is 1 to 40 small letters, digits and dashes");
        }
        this.key = key;
    }

    static boolean isKey(String text) {
        return text != null && KEY.matcher(text).matches();
    }

    void call(String name) {
        if (name == null || name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a name is 1 to 100 characters");
        }
        this.name = name.strip();
    }

    void tell(String emails) {
        String wrong = Emails.wrong(emails);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong + " is not a mail address");
        }
        this.emails = String.join(", ", Emails.in(emails));
    }

    public Long getId() {
        return id;
    }

    public String getKey() {
        return key;
    }

    public String getName() {
        return name;
    }

    /** Separated by commas; empty: nobody is told. */
    public String getEmails() {
        return emails;
    }

    public List<String> addresses() {
        return Emails.in(emails);
    }
}
