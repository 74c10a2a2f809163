package callward.script;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of this room in the reader's language, for pages and for the API alike. */
final class ScriptWords {

    private ScriptWords() { }

    static String text(Locale reader, String key, Object... values) {
        return new MessageFormat(ResourceBundle.getBundle("callward.messages", reader).getString(key), reader).format(values);
    }
}
