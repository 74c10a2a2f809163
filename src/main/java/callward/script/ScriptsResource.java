package callward.script;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Reader;
import callward.api.Refusal;
import callward.greeting.Greeting;
import callward.greeting.GreetingBook;
import callward.wording.Facts;
import callward.wording.Tongue;
import callward.wording.Wording;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What calls walk through: written as a draft, checked, published as revisions that never change, and taken back. */
@ApiResource
@Path("scripts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
@Transactional
public class ScriptsResource {

    private static final String ID = "{id: \\d{1,18}}";
    private static final String REVISION = "{number: \\d{1,9}}";

    /**
     * @param id          names it in this API
     * @param name        1 to 100 characters
     * @param revision    number of the published revision, null before the first publishing
     * @param publishedAt when it was published last; null before the first publishing
     * @param publishedBy who published it last; null before the first publishing
     */
    public record ScriptShown(long id, String name, Integer revision, Instant publishedAt, String publishedBy) { }

    /**
     * @param id       names it in this API
     * @param name     1 to 100 characters
     * @param revision number of the published revision; null before the first publishing
     * @param steps    the published script: {@code first}, {@code tongue} and {@code steps}, each with its {@code kind}; null before the
     *                 first publishing
     */
    public record ScriptWithSteps(long id, String name, Integer revision, @JsonRawValue String steps) { }

    /**
     * What to begin a script with; at most one of template, copyOf and steps, none for an empty one.
     *
     * @param name     1 to 100 characters, another one than any script has
     * @param template {@code ticket}, {@code ring}, {@code forward}, {@code announce} or {@code empty}; {@code empty} when left out
     * @param language of the template: {@code en} (when left out) or {@code es}
     * @param copyOf   id of the script whose draft is copied; null for none
     * @param steps    a script as JSON, which may be unfinished; null for none
     */
    public record NewScript(String name, String template, String language, Long copyOf, JsonNode steps) { }

    /** @param name 1 to 100 characters, another one than any script has */
    public record ScriptName(String name) { }

    /** @param version the one that was read before; somebody else may have saved since (409) @param steps the whole script; it may be unfinished */
    public record DraftText(int version, JsonNode steps) { }

    /**
     * @param version   counts savings, from 1
     * @param steps     the script as JSON, finished or not
     * @param problems  what is wrong with it, in the order of its steps
     * @param changedAt when it was last saved
     * @param changedBy user name, {@code token:NAME}, or {@code system}
     */
    public record DraftShown(int version, @JsonRawValue String steps, List<ProblemShown> problems, Instant changedAt, String changedBy) { }

    /**
     * @param step     name of the step, empty for the script as a whole
     * @param place    of the step in the list, from 0; -1 for the script as a whole
     * @param field    path within the step, like {@code choices.0.next}; empty for the step as a whole
     * @param kind     what is wrong; more kinds may come
     * @param severity an ERROR keeps the script from being published, a WARNING does not
     * @param message  what to do, in the language of {@code Accept-Language} where we speak it, else English
     */
    public record ProblemShown(String step, int place, String field, Flaw kind, Flaw.Severity severity, String message) { }

    /**
     * @param version of the draft that was looked at
     * @param note    what is new, at most 1,000 characters, for the history; null for nothing
     * @param reason  why it is published although call tests are red, at most 1,000 characters, kept in the history; null: it is not
     */
    public record Publication(int version, String note, String reason) { }

    /** @param note for the history; null: which revision it was */
    public record Return(String note) { }

    /** @param version of the draft that is overwritten */
    public record Overwriting(int version) { }

    /**
     * @param number      from 1
     * @param publishedAt when it was published
     * @param publishedBy user name, {@code token:NAME}, or {@code system}
     * @param note        what was new; null when nobody said
     * @param current     whether calls that arrive now walk through it
     */
    public record RevisionShown(int number, Instant publishedAt, String publishedBy, String note, boolean current) { }

    /**
     * @param number      from 1
     * @param publishedAt when it was published
     * @param publishedBy user name, {@code token:NAME}, or {@code system}
     * @param note        what was new; null when nobody said
     * @param steps       the script as JSON
     */
    public record RevisionWithSteps(int number, Instant publishedAt, String publishedBy, String note, @JsonRawValue String steps) { }

    /**
     * @param language BCP 47; {@code en-US} when left out
     * @param voice    the carrier's name of a voice; null for its usual one
     * @param texts    with {@code {{names}}}
     * @param facts    values that take the place of the examples, by name; null for none
     */
    public record Unheard(String language, String voice, List<String> texts, Map<String, String> facts) { }

    /** @param texts the same texts with values in the place of names */
    public record HeardTexts(List<String> texts) { }

    /**
     * @param key   what a step calls it
     * @param name  what people call it
     * @param words what it says, null for a sound
     * @param sound path of the sound file, null for words
     */
    public record GreetingOffered(String key, String name, String words, String sound) { }

    /**
     * @param key  what a step calls it
     * @param name what people call it
     */
    public record Named(String key, String name) { }

    /**
     * @param name    to be put in double braces
     * @param example a value it may have
     */
    public record Variable(String name, String example) { }

    /**
     * What a script may name here; a list is null where nobody keeps such things yet.
     *
     * @param greetings    words and sounds that callers can hear
     * @param destinations telephones that can be rung; null where nobody keeps such things yet
     * @param mailboxes    where messages can be left; null where nobody keeps such things yet
     * @param calendars    opening hours that can be asked; null where nobody keeps such things yet
     * @param groups       people who can be rung, or waited for, together; null where nobody keeps such things yet
     * @param variables    what every call knows, or may know
     */
    public record Vocabulary(List<GreetingOffered> greetings, List<Named> destinations, List<Named> mailboxes, List<Named> calendars,
                             List<Named> groups, List<Variable> variables) { }

    @Inject
    Scripts scripts;
    @Inject
    ScriptDesk desk;
    @Inject
    Surroundings surroundings;
    @Inject
    WhereUsed whereUsed;
    @Inject
    GreetingBook greetings;
    @Inject
    HttpServletRequest request;

    /** List the scripts. */
    @GET
    public Page<ScriptShown> list(@BeanParam Paging paging) {
        return Page.of(scripts.all().stream().map(ScriptsResource::shown).toList(), paging);
    }

    /**
     * Read a script and its published steps.
     *
     * @param id of the script
     */
    @GET
    @Path(ID)
    public ScriptWithSteps one(@PathParam("id") long id) {
        Script script = scripts.known(id);
        ScriptRevision published = script.getPublished();
        return new ScriptWithSteps(script.getId(), script.getName(), published == null ? null : published.getNumber(),
                published == null ? null : StepsJson.write(published.steps()));
    }

    /** Make a script. From a template, a copy or JSON; what it gets is a draft. */
    @POST
    @Created
    @Allowed(Role.SUPERVISOR)
    public ScriptShown add(NewScript wanted) {
        return shown(desk.create(wanted.name(), beginning(wanted)));
    }

    /** Rename a script. */
    @PUT
    @Path(ID)
    @Allowed(Role.SUPERVISOR)
    public ScriptShown rename(@PathParam("id") long id, ScriptName wanted) {
        scripts.rename(id, wanted.name());
        return shown(scripts.known(id));
    }

    /** Delete a script. 409 while a line runs it. */
    @DELETE
    @Path(ID)
    @Allowed(Role.SUPERVISOR)
    public void delete(@PathParam("id") long id) {
        scripts.delete(id);
    }

    /** Read a script's draft. */
    @GET
    @Path(ID + "/draft")
    public DraftShown draft(@PathParam("id") long id) {
        return shown(scripts.draft(id));
    }

    /** Save a script's draft. It may be unfinished. 409 when somebody else has saved since. */
    @PUT
    @Path(ID + "/draft")
    @Allowed(Role.SUPERVISOR)
    public DraftShown write(@PathParam("id") long id, DraftText text) {
        return shown(desk.write(id, text.version(), outline(text.steps())));
    }

    /** List what is wrong with a draft. */
    @GET
    @Path(ID + "/check")
    public List<ProblemShown> check(@PathParam("id") long id) {
        return problems(scripts.draft(id).steps());
    }

    /**
     * Publish a draft. 409 with each error while there are errors, with each red call test unless a reason is given, or when somebody
     * changed the draft since.
     */
    @POST
    @Path(ID + "/publish")
    @Allowed(Role.SUPERVISOR)
    public RevisionShown publish(@PathParam("id") long id, Publication wanted) {
        return shown(desk.publish(id, wanted.version(), wanted.note(), wanted.reason()), true);
    }

    /** List a script's revisions. The newest first. */
    @GET
    @Path(ID + "/revisions")
    public Page<RevisionShown> revisions(@PathParam("id") long id, @BeanParam Paging paging) {
        Script script = scripts.known(id);
        return Page.of(scripts.revisions(script).stream().map(revision -> shown(revision, script.getPublished() != null && revision.getNumber() == script.getPublished().getNumber())).toList(), paging);
    }

    /**
     * Read a revision.
     *
     * @param number of the revision, from 1
     */
    @GET
    @Path(ID + "/revisions/" + REVISION)
    public RevisionWithSteps revision(@PathParam("id") long id, @PathParam("number") int number) {
        ScriptRevision revision = desk.published(id, number);
        return new RevisionWithSteps(number, revision.getPublishedAt(), revision.getPublishedBy(), revision.getNote(), StepsJson.write(revision.steps()));
    }

    /** Publish an old revision again. It becomes the newest one; the draft stays. */
    @POST
    @Path(ID + "/revisions/" + REVISION + "/publish")
    @Allowed(Role.SUPERVISOR)
    public RevisionShown rollBack(@PathParam("id") long id, @PathParam("number") int number, Return wanted) {
        return shown(desk.rollBack(id, number, wanted.note()), true);
    }

    /** Make an old revision the draft. 409 when somebody else has saved since. */
    @POST
    @Path(ID + "/revisions/" + REVISION + "/draft")
    @Allowed(Role.SUPERVISOR)
    public DraftShown takeUp(@PathParam("id") long id, @PathParam("number") int number, Overwriting wanted) {
        return shown(desk.takeUp(id, number, wanted.version()));
    }

    /** Put back the draft that a revision replaced. */
    @POST
    @Path(ID + "/draft/bring-back")
    @Allowed(Role.SUPERVISOR)
    public DraftShown bringBack(@PathParam("id") long id, Overwriting wanted) {
        return shown(desk.bringBack(id, wanted.version()));
    }

    /**
     * Compare two states of a script.
     *
     * @param from number of a revision, or {@code draft}
     * @param to   number of a revision, or {@code draft}
     */
    @GET
    @Path(ID + "/differences")
    public Differences differences(@PathParam("id") long id, @QueryParam("from") String from, @QueryParam("to") String to) {
        return Differences.between(state(id, "from", from), state(id, "to", to));
    }

    /**
     * Export a script as JSON. To be kept or carried elsewhere.
     *
     * @param revision number of a revision; without it the draft
     */
    @GET
    @Path(ID + "/export")
    public JsonNode export(@PathParam("id") long id, @QueryParam("revision") String revision) {
        return state(id, "revision", revision == null ? "draft" : revision).document();
    }

    /** List where a script is in use. */
    @GET
    @Path(ID + "/uses")
    public List<ScriptUsers.Use> uses(@PathParam("id") long id) {
        return scripts.uses(scripts.known(id).getId());
    }

    /**
     * List the scripts that name a thing.
     *
     * @param thing {@code greeting}, {@code destination}, {@code mailbox}, {@code calendar} or {@code group}
     * @param key   its key
     */
    @GET
    @Path("naming")
    public List<WhereUsed.Place> naming(@QueryParam("thing") String thing, @QueryParam("key") String key) {
        Known.Thing kind = Arrays.stream(Known.Thing.values()).filter(known -> known.name().equalsIgnoreCase(thing)).findFirst()
                .orElseThrow(() -> Refusal.field("thing", "should be greeting, destination, mailbox, calendar or group"));
        return whereUsed.of(kind, Optional.ofNullable(key).orElseThrow(() -> Refusal.field("key", "is needed")));
    }

    /** Read the JSON Schema of a script. */
    @GET
    @Path("schema")
    public JsonNode schema() {
        return StepsSchema.document();
    }

    /** List what a script may name here. */
    @GET
    @Path("vocabulary")
    public Vocabulary vocabulary() {
        Map<Known.Thing, Map<String, String>> all = surroundings.all();
        return new Vocabulary(greetings.all().stream().map(ScriptsResource::offered).toList(), named(all.get(Known.Thing.DESTINATION)),
                named(all.get(Known.Thing.MAILBOX)), named(all.get(Known.Thing.CALENDAR)), named(all.get(Known.Thing.GROUP)),
                Variables.EXAMPLE.values().entrySet().stream().map(fact -> new Variable(fact.getKey(), fact.getValue())).toList());
    }

    /** Fill in texts as callers hear them. */
    @POST
    @Path("heard")
    public HeardTexts heard(Unheard unheard) {
        Tongue tongue = unheard.language() == null || unheard.language().isBlank() ? Tongue.ENGLISH : new Tongue(unheard.language(), unheard.voice());
        Facts facts = unheard.facts() == null ? Variables.EXAMPLE : Variables.EXAMPLE.with(new Facts(unheard.facts()));
        return new HeardTexts(Optional.ofNullable(unheard.texts()).orElse(List.of()).stream()
                .map(text -> text == null ? "" : Wording.of(text).spoken(facts, tongue)).toList());
    }

    private DraftSteps beginning(NewScript wanted) {
        if (wanted.copyOf() != null) {
            return scripts.draft(wanted.copyOf()).steps();
        }
        if (wanted.steps() != null && !wanted.steps().isNull()) {
            return outline(wanted.steps());
        }
        String key = wanted.template() == null ? Templates.EMPTY.key() : wanted.template();
        Templates template = Arrays.stream(Templates.values()).filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> Refusal.field("template", "should be one of " + String.join(", ", Arrays.stream(Templates.values()).map(Templates::key).toList())));
        return template.steps(Locale.forLanguageTag(wanted.language() == null ? "en" : wanted.language()), surroundings.all());
    }

    private static DraftSteps outline(JsonNode steps) {
        try {
            return DraftSteps.of(steps);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("steps", e.getMessage());
        }
    }

    private DraftSteps state(long id, String parameter, String text) {
        if ("draft".equals(text)) {
            return scripts.draft(id).steps();
        }
        if (text == null || !text.matches("\\d{1,9}")) {
            throw Refusal.field(parameter, "should be the number of a revision, or draft");
        }
        return DraftSteps.of(desk.published(id, Integer.parseInt(text)).steps());
    }

    private DraftShown shown(ScriptDraft draft) {
        return new DraftShown(draft.getVersion(), draft.steps().json(), problems(draft.steps()), draft.getChangedAt(), draft.getChangedBy());
    }

    private List<ProblemShown> problems(DraftSteps steps) {
        Locale reader = Reader.of(request);
        return desk.check(steps).stream().map(problem -> new ProblemShown(problem.step(), problem.place(), problem.field(), problem.kind(),
                problem.kind().severity(), problem.message(reader))).toList();
    }

    private static RevisionShown shown(ScriptRevision revision, boolean current) {
        return new RevisionShown(revision.getNumber(), revision.getPublishedAt(), revision.getPublishedBy(), revision.getNote(), current);
    }

    private static ScriptShown shown(Script script) {
        ScriptRevision published = script.getPublished();
        return published == null ? new ScriptShown(script.getId(), script.getName(), null, null, null)
                : new ScriptShown(script.getId(), script.getName(), published.getNumber(), published.getPublishedAt(), published.getPublishedBy());
    }

    private static GreetingOffered offered(Greeting greeting) {
        return new GreetingOffered(greeting.getKey(), greeting.getName(), greeting.getWords(),
                greeting.getSound() == null ? null : greeting.getSound().getPath());
    }

    private static List<Named> named(Map<String, String> names) {
        return names == null ? null : names.entrySet().stream().map(each -> new Named(each.getKey(), each.getValue())).toList();
    }
}
