package callward.settings;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something to be said in the reader's language, whoever he is: a message key and what goes into its sentence.
 *
 * @param key    of {@code messages.properties}; a text that is none is said as it is
 * @param values what goes into it: texts, numbers, or sayings of their own
 */
public record Saying(String key, List<Object> values) {

    /** Nothing is worth saying. */
    public static final Saying NOTHING = new Saying("", List.of());

    private static final String BUNDLE = "callward.messages";
    /** Without a file of its own a language falls back to the English one, not to the server's. */
    private static final ResourceBundle.Control EXACTLY = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Saying {
        values = List.copyOf(values);
    }

    public static Saying of(String key, Object... values) {
        return new Saying(key, List.of(values));
    }

    public boolean isNothing() {
        return key.isEmpty();
    }

    public String in(Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(BUNDLE, locale, EXACTLY);
        if (!texts.containsKey(key)) {
            return key;
        }
        Object[] said = values.stream().map(value -> value instanceof Saying inner ? inner.in(locale) : value).toArray();
        return new MessageFormat(texts.getString(key), locale).format(said).strip();
    }

    /** The same without what goes into it: for strangers, whom no path, address or name of ours concerns. */
    public Saying bare() {
        return !isKnown() ? NOTHING : new Saying(key, values.stream().map(value -> value instanceof Number ? value : value instanceof Saying inner ? inner.bare() : "…").toList());
    }

    /** Whether it is a sentence of ours, and no text from elsewhere. */
    private boolean isKnown() {
        return ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, EXACTLY).containsKey(key);
    }

    public String inEnglish() {
        return in(Locale.ENGLISH);
    }
}
