package callward.wording;

import java.util.Locale;

/**
 * The language and voice in which a text is spoken.
 *
 * @param language BCP 47, as the carrier knows it ({@code en-US})
 * @param voice    the carrier's name of a voice ({@code Polly.Joanna}), or null for the carrier's default
 */
public record Tongue(String language, String voice) {

    public static final Tongue ENGLISH = new Tongue("en-US", null);

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
