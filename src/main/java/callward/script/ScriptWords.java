package callward.script;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences of this room in the reader's language, for pages and for the API alike. */
final class ScriptWords {

    private static final List<String> SPOKEN = List.of("en", "es");

    private ScriptWords() { }

    /** Whoever asks the API: English unless he asks for another language that we speak. */
    static Locale reader(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : Collections.list(request.getLocales()).stream()
                .filter(locale -> SPOKEN.contains(locale.getLanguage())).findFirst().orElse(Locale.ENGLISH);
    }

    static String text(Locale reader, String key, Object... values) {
        return new MessageFormat(ResourceBundle.getBundle("callward.messages", reader).getString(key), reader).format(values);
    }
}
