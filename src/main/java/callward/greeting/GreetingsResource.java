package callward.greeting;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.wording.Tongue;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;

/** What callers hear. A greeting is words, or a sound uploaded as the body of a PUT: an MP3 or WAV file, whatever its declared type. */
@ApiResource
@Path("greetings")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class GreetingsResource {

    /** @param sound null when it is words */
    public record GreetingRow(String key, String name, String words, String language, String voice, SoundRow sound, Instant changedAt) { }

    /** @param url where the carrier and players fetch it, below our origin; it never changes what it plays */
    public record SoundRow(String url, String contentType, double seconds, long bytes) { }

    /** @param language BCP 47; nothing for {@code en-US} @param voice the carrier's name of a voice, or nothing */
    public record GreetingWords(String name, String words, String language, String voice) { }

    @Inject
    GreetingBook book;

    @GET
    public Page<GreetingRow> list(@BeanParam Paging paging) {
        return Page.of(book.all().stream().map(GreetingsResource::shown).toList(), paging);
    }

    @GET
    @Path("{key}")
    public GreetingRow one(@PathParam("key") String key) {
        return shown(book.find(key).orElseThrow(() -> Refusal.notFound("There is no greeting " + key + ".")));
    }

    /** Makes it, or gives it other words. */
    @PUT
    @Path("{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    public GreetingRow say(@PathParam("key") String key, GreetingWords words) {
        if (words == null || words.words() == null || words.words().isBlank() || words.words().length() > Greeting.LONGEST_WORDS) {
            throw Refusal.field("words", "should be 1 to " + Greeting.LONGEST_WORDS + " characters");
        }
        String language = words.language() == null ? Tongue.ENGLISH.language() : words.language();
        if (Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            throw Refusal.field("language", "should be a language like en-US");
        }
        return shown(book.say(checked(key), name(words.name(), key), words.words(), new Tongue(language, words.voice())));
    }

    /**
     * Makes it, or gives it another sound.
     *
     * @param name what people call it; nothing keeps the name it has
     */
    @PUT
    @Path("{key}/audio")
    @Consumes(MediaType.WILDCARD)
    public GreetingRow play(@PathParam("key") String key, @QueryParam("name") String name, InputStream audio) throws IOException {
        try {
            return shown(book.play(checked(key), name(name, key), audio.readNBytes(book.maxBytes() + 1)));
        } catch (SoundRefused refused) {
            throw Refusal.field("audio", refused.getMessage());
        }
    }

    private static String checked(String key) {
        if (!Greeting.isKey(key)) {
            throw Refusal.field("key", "should be 1 to 40 small letters, digits and dashes");
        }
        return key;
    }

    private String name(String wanted, String key) {
        String name = wanted == null || wanted.isBlank() ? book.find(key).map(Greeting::getName).orElse(key) : wanted.strip();
        if (name.length() > 100) {
            throw Refusal.field("name", "should be 1 to 100 characters");
        }
        return name;
    }

    private static GreetingRow shown(Greeting greeting) {
        AudioFile sound = greeting.getSound();
        return new GreetingRow(greeting.getKey(), greeting.getName(), greeting.getWords(), greeting.getLanguage(), greeting.getVoice(),
                sound == null ? null : new SoundRow(sound.getPath(), sound.getContentType(), sound.getSeconds().doubleValue(), sound.getBytes()),
                greeting.getChangedAt());
    }
}
