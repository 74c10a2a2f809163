package callward.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Lets every page bean say {@code Messages.addFlashGlobalInfo("customer.saved", name)}: the key becomes a sentence of the reader's language. */
@ApplicationScoped
public class MessageTexts {

    static final String BUNDLE = "callward.messages";

    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        Messages.setResolver((key, parameters) -> text(key, Faces.getLocale(), parameters));
    }

    static String text(String key, Locale locale, Object... parameters) {
        try {
            return new MessageFormat(ResourceBundle.getBundle(BUNDLE, locale).getString(key), locale).format(parameters);
        } catch (MissingResourceException itIsASentenceAlready) {
            return key;
        }
    }
}
