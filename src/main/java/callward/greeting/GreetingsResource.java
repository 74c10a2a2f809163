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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What callers hear. A greeting is words, or a sound uploaded as the body of a PUT: an MP3 or WAV file, whatever its declared type. */
@ApiResource
@Path("greetings")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class GreetingsResource {

    /**
     * @param key       what scripts call it
     * @param name      what people call it
     * @param words     what it says; null when it is a sound
     * @param language  BCP 47, in which the words are spoken
     * @param voice     the carrier's name of a voice; null for its usual one
     * @param sound     what it plays; null when it is words
     * @param changedAt when it last changed
     */
    public record GreetingRow(String key, String name, String words, String language, String voice, SoundRow sound, Instant changedAt) { }

    /**
     * @param url         where the carrier and players fetch it, below our origin; it never changes what it plays
     * @param contentType of the file that is kept: {@code audio/mpeg} or {@code audio/wav}
     * @param seconds     how long it is
     * @param bytes       how large it is
     */
    public record SoundRow(String url, String contentType, double seconds, long bytes) { }

    /**
     * @param name     what people call it, 1 to 100 characters; the one it has, or its key, when left out
     * @param words    1 to 3,500 characters, with {@code {{names}}}
     * @param language BCP 47; {@code en-US} when left out
     * @param voice    the carrier's name of a voice, {@code Polly.Joanna}; null for its usual one
     */
    public record GreetingWords(String name, String words, String language, String voice) { }

    /** @param name 1 to 100 characters */
    public record GreetingName(String name) { }

    /**
     * @param number   from 1; the highest is what callers hear now
     * @param words    what it said; null when it was a sound
     * @param language BCP 47, in which the words were spoken
     * @param voice    the carrier's name of a voice; null for its usual one
     * @param sound    what it played; null when it was words
     * @param restored the version that was taken back with this one, or null
     * @param madeAt   when it was made
     * @param madeBy   user name, {@code token:NAME}, or {@code system}
     */
    public record VersionRow(int number, String words, String language, String voice, SoundRow sound, Integer restored, Instant madeAt, String madeBy) { }

    /**
     * @param name   of the script or whatever plays it
     * @param places steps or the like, by their names
     * @param page   within the console
     * @param live   whether callers hear it there now, or only a draft names it
     */
    public record UseRow(String name, List<String> places, String page, boolean live) { }

    @Inject
    GreetingBook book;

    /** List the greetings. */
    @GET
    public Page<GreetingRow> list(@BeanParam Paging paging) {
        return Page.of(book.all().stream().map(GreetingsResource::shown).toList(), paging);
    }

    /**
     * Read a greeting.
     *
     * @param key what scripts call it, 1 to 40 small letters, digits and dashes
     */
    @GET
    @Path("{key}")
    public GreetingRow one(@PathParam("key") String key) {
        return shown(found(key));
    }

    /** Make a greeting of words, or give it other words. */
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
        if (words.voice() != null && !Greeting.isVoice(words.voice())) {
            throw Refusal.field("voice", "should be letters, digits, dots and dashes, like Polly.Joanna");
        }
        return shown(book.say(checked(key), name(words.name(), key), words.words(), new Tongue(language, words.voice())));
    }

    /**
     * Make a greeting of a sound, or give it another sound. An MP3 or WAV file. With {@code If-None-Match: *} it is only made: one that is
     * there is refused. The reason for a refusal is written in the language of {@code Accept-Language}.
     *
     * @param name what people call it; nothing keeps the name it has
     */
    @PUT
    @Path("{key}/audio")
    @Consumes(MediaType.WILDCARD)
    public GreetingRow play(@PathParam("key") String key, @QueryParam("name") String name, @Context HttpHeaders headers, InputStream audio)
            throws IOException {
        String named = name(name, checked(key));
        byte[] upload = audio.readNBytes(book.maxBytes() + 1);
        try {
            return shown("*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)) ? book.add(key, named, upload) : book.play(key, named, upload));
        } catch (SoundRefused refused) {
            throw Refusal.field("audio", refused.sentence(headers.getAcceptableLanguages().getFirst()));
        }
    }

    /** Rename a greeting. What it says or plays stays. */
    @PUT
    @Path("{key}/name")
    public GreetingRow rename(@PathParam("key") String key, GreetingName wanted) {
        if (wanted == null || wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > 100) {
            throw Refusal.field("name", "should be 1 to 100 characters");
        }
        return shown(book.rename(key, wanted.name()).orElseThrow(() -> missing(key)));
    }

    /** List the versions of a greeting. What it said or played, and who changed it, the latest first. */
    @GET
    @Path("{key}/versions")
    public Page<VersionRow> versions(@PathParam("key") String key, @BeanParam Paging paging) {
        return Page.of(book.versions(found(key)).stream().map(version -> new VersionRow(version.getNumber(), version.getWords(), version.getLanguage(),
                version.getVoice(), sound(version.getSound()), version.getRestored(), version.getMadeAt(), version.getMadeBy())).toList(), paging);
    }

    /**
     * Let callers hear a former version again. That makes a new version.
     *
     * @param number of the version, from 1
     */
    @POST
    @Path("{key}/versions/{number}/restore")
    public GreetingRow restore(@PathParam("key") String key, @PathParam("number") int number) {
        return shown(book.restore(found(key).getKey(), number).orElseThrow(() -> Refusal.notFound("It has no version " + number + ".")));
    }

    /** List where a greeting is played. */
    @GET
    @Path("{key}/uses")
    public List<UseRow> uses(@PathParam("key") String key) {
        return book.uses(found(key).getKey()).stream().map(use -> new UseRow(use.name(), use.places(), use.page(), use.live())).toList();
    }

    /** Delete a greeting that nobody plays. 409 otherwise. It can be had back. */
    @DELETE
    @Path("{key}")
    public void delete(@PathParam("key") String key) {
        book.delete(key).orElseThrow(() -> missing(key));
    }

    /** Have a deleted greeting back. The one deleted last under this key; 409 when another has the key by now. */
    @POST
    @Path("{key}/undelete")
    public GreetingRow undelete(@PathParam("key") String key) {
        return shown(book.undelete(key).orElseThrow(() -> missing(key)));
    }

    private Greeting found(String key) {
        return book.find(key).orElseThrow(() -> missing(key));
    }

    private static Refusal missing(String key) {
        return Refusal.notFound("There is no greeting " + key + ".");
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
        return new GreetingRow(greeting.getKey(), greeting.getName(), greeting.getWords(), greeting.getLanguage(), greeting.getVoice(),
                sound(greeting.getSound()), greeting.getChangedAt());
    }

    private static SoundRow sound(AudioFile sound) {
        return sound == null ? null : new SoundRow(sound.getPath(), sound.getContentType(), sound.getSeconds().doubleValue(), sound.getBytes());
    }
}
