package callward.greeting;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A file that is not taken as a greeting, with a sentence that says what to do instead. */
public class SoundRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason { EMPTY, TOO_MANY_BYTES, TOO_LONG, TOO_SHORT, NOT_SOUND, DAMAGED, NOT_CONVERTIBLE }

    private final Reason reason;
    private final transient List<Object> figures;

    SoundRefused(Reason reason, Object... figures) {
        super(sentence(reason, List.of(figures), Locale.ENGLISH));
        this.reason = reason;
        this.figures = List.of(figures);
    }

    public Reason reason() {
        return reason;
    }

    public String sentence(Locale reader) {
        return sentence(reason, figures, reader);
    }

    private static String sentence(Reason reason, List<Object> figures, Locale reader) {
        ResourceBundle texts = ResourceBundle.getBundle("callward.texts", reader, SoundRefused.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString("sound." + reason), reader).format(figures.toArray());
    }
}
