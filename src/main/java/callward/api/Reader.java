package callward.api;

import callward.settings.Shape;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** Whoever reads what the API says in words. */
public final class Reader {

    private Reader() { }

    /** The language that he asks for by {@code Accept-Language}, as our pages do; English when we do not speak it, or he asks for none. */
    public static Locale of(HttpServletRequest request) {
        // without the header a server answers with its own locale, which is nobody's wish
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : Collections.list(request.getLocales()).stream()
                .filter(locale -> Shape.LANGUAGES.contains(locale.getLanguage())).findFirst().orElse(Locale.ENGLISH);
    }
}
