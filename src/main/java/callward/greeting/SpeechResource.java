package callward.greeting;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.wording.ExampleFacts;
import callward.wording.Tongue;
import callward.wording.Wording;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** How words are spoken: by which voices, and with what in the place of names. */
@ApiResource
@Path("speech")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.SUPERVISOR)
public class SpeechResource {

    /**
     * @param name     as the carrier knows it, {@code Polly.Joanna}
     * @param language BCP 47, {@code en-US}
     * @param maker    {@code Polly} or {@code Google}
     * @param label    for people
     */
    public record VoiceRow(String name, String language, String maker, String label) { }

    /**
     * @param words    1 to 3,500 characters, with {@code {{names}}}
     * @param language BCP 47; {@code en-US} when left out
     */
    public record SpokenWords(String words, String language) { }

    /**
     * @param heard    with examples in the place of names, numbers digit by digit
     * @param examples which example stands for which name
     * @param unknown  names that not every call knows: nothing is said in their place unless the script has asked for them
     */
    public record Spoken(String heard, Map<String, String> examples, List<String> unknown) { }

    /**
     * List the carrier's voices that we know. It may have others.
     *
     * @param language BCP 47, {@code en-US}; all when left out
     */
    @GET
    @Path("voices")
    public Page<VoiceRow> voices(@QueryParam("language") String language, @BeanParam Paging paging) {
        List<Voice> voices = language == null ? Voices.all() : Voices.in(language);
        return Page.of(voices.stream().map(voice -> new VoiceRow(voice.name(), voice.language(), voice.maker(), voice.label())).toList(), paging);
    }

    /** Preview what a caller would hear. */
    @POST
    @Path("preview")
    public Spoken preview(SpokenWords words) {
        if (words == null || words.words() == null || words.words().length() > Greeting.LONGEST_WORDS) {
            throw Refusal.field("words", "should be at most " + Greeting.LONGEST_WORDS + " characters");
        }
        Wording wording = Wording.of(words.words());
        Tongue tongue = new Tongue(words.language() == null ? Tongue.ENGLISH.language() : words.language(), null);
        return new Spoken(wording.spoken(ExampleFacts.ALL, tongue), ExampleFacts.ALL.values(),
                wording.names().stream().filter(name -> ExampleFacts.ALL.get(name).isEmpty()).toList());
    }
}
