package callward.simulator;

import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Refusal;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** What the people of the simulated town do: call, press keys, speak, answer, decline, hang up; and what they see and hear. */
@ApiResource
@Path("simulator")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class SimulatorResource {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    /** More pages than this may not wait on threads of the server: the others are answered at once. */
    private static final Semaphore WAITING = new Semaphore(6);
    private static final int LARGEST_SOUND = 4_000_000;
    private static final int LONGEST_WORDS = 2000;
    private static final String SOMEBODY = "\\+?[0-9]{3,15}|anonymous|unknown|client:\\S{1,256}|sips?:\\S{1,255}";

    /** How the product is told what a call pretends; it believes nobody but this carrier. */
    static final String TIME = "SipHeader_X-Callward-Time";
    static final String SCRIPT = "SipHeader_X-Callward-Script";

    /**
     * @param from          digits with or without +, {@code anonymous}, {@code client:…} or {@code sip:…}
     * @param to            a line's number
     * @param forwardedFrom the number the caller had dialled at first, or null
     * @param at            ISO 8601 instant that the call pretends to begin at, or null for now
     * @param script        id of a script whose draft the call walks through, or null for what the line leads to
     * @param byHand        true: phones wait for a button, whatever they do by themselves otherwise; false when left out
     */
    public record CallToPlace(String from, String to, String forwardedFrom, String at, Long script, Boolean byHand) { }

    /** @param sid the simulated carrier's SID of the call */
    public record PlacedCall(String sid) { }

    /** @param keys digits, star and hash */
    public record KeysToPress(String keys) { }

    /** @param words 1 to 2,000 characters */
    public record WordsToSay(String words) { }

    /** @param upTo number of the last line that the person has heard to its end */
    public record LinesHeard(int upTo) { }

    /** @param does one of ANSWERS, DECLINES, BUSY, RINGS_OUT, DEAD, VOICEMAIL; as a habit also BY_HAND */
    public record PhoneAct(String does) { }

    /**
     * A request to the customer's server, whole.
     *
     * @param number      counts the requests, from 1
     * @param url         what was asked for
     * @param parameters  the form that was sent, by name
     * @param status      of the answer; 0 when there was none
     * @param contentType of the answer; null when there was none
     * @param answer      what came back; null when nothing did
     * @param error       why it failed; null when it did not
     */
    public record WebhookDetail(long number, String url, Map<String, List<String>> parameters, int status, String contentType, String answer, String error) { }

    @Inject
    Simulator simulator;
    @Inject
    SignedIn signedIn;

    /**
     * Read what people of the simulated town see and hear.
     *
     * @param since the version that is known: waits, up to 20 seconds, until there is a newer one
     */
    @GET
    public SimulatorState state(@QueryParam("since") Long since) throws InterruptedException {
        var exchange = exchange();
        if (since != null && WAITING.tryAcquire()) {
            try {
                exchange.account.bell().await(since, LONGEST_WAIT);
            } finally {
                WAITING.release();
            }
        }
        return SimulatorState.of(exchange, simulator::withoutOurOrigin);
    }

    /**
     * Read a request to the customer's server, whole. 404 when it is no longer in the log.
     *
     * @param number of the request
     */
    @GET
    @Path("webhooks/{number}")
    public WebhookDetail webhook(@PathParam("number") long number) {
        return exchange().webhooks.log().stream().filter(webhook -> webhook.number() == number).findFirst()
                .map(webhook -> new WebhookDetail(number, webhook.url(), webhook.parameters().asMap(), webhook.status(),
                        webhook.contentType(), webhook.answer(), webhook.error()))
                .orElseThrow(() -> Refusal.notFound("This request is no longer in the log."));
    }

    /** Place a simulated call. */
    @POST
    @Created
    @Path("calls")
    @Consumes(MediaType.APPLICATION_JSON)
    public PlacedCall call(CallToPlace wanted) {
        var exchange = exchange();
        var from = tidy(wanted.from());
        if (!from.matches(SOMEBODY)) {
            throw Refusal.field("from", "should be a number like +15552220001, or anonymous");
        }
        var to = tidy(wanted.to());
        if (exchange.account.number(to).isEmpty()) {
            throw Refusal.field("to", "is not a number of the simulated account");
        }
        return new PlacedCall(exchange.callIn(new Dialling(from, to, forwardedFrom(wanted), headers(wanted), Boolean.TRUE.equals(wanted.byHand()))).sid);
    }

    private static String forwardedFrom(CallToPlace wanted) {
        var number = tidy(wanted.forwardedFrom());
        if (!number.isEmpty() && !number.matches("\\+?[0-9]{3,15}")) {
            throw Refusal.field("forwardedFrom", "should be a number like +15552220001");
        }
        return number.isEmpty() ? null : number;
    }

    private static Fields headers(CallToPlace wanted) {
        var headers = Fields.none();
        if (wanted.at() != null && !wanted.at().isBlank()) {
            headers.set(TIME, instant(wanted.at()).toString());
        }
        return wanted.script() == null ? headers : headers.set(SCRIPT, wanted.script().toString());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.field("at", "should be an instant like 2026-12-25T08:00:00Z");
        }
    }

    /**
     * Press keys in a simulated call. 409 when it is over.
     *
     * @param sid of the simulated call
     */
    @POST
    @Path("calls/{sid}/keys")
    @Consumes(MediaType.APPLICATION_JSON)
    public void press(@PathParam("sid") String sid, KeysToPress pressed) {
        if (pressed.keys() == null || !pressed.keys().matches("[0-9*#A-D]{1,50}")) {
            throw Refusal.field("keys", "should be digits, * or #");
        }
        live(sid).presses(pressed.keys());
    }

    /** Say words in a simulated call. 409 when it is over. */
    @POST
    @Path("calls/{sid}/words")
    @Consumes(MediaType.APPLICATION_JSON)
    public void say(@PathParam("sid") String sid, WordsToSay said) {
        if (said.words() == null || said.words().isBlank() || said.words().length() > LONGEST_WORDS) {
            throw Refusal.field("words", "are missing, or too many");
        }
        live(sid).says(said.words().strip(), null);
    }

    /**
     * Speak with a sound of one's own in a simulated call. From a microphone, say; a WAV file with 16-bit samples, at most 4,000,000 bytes.
     *
     * @param words what is said in the sound, for whoever cannot hear it
     */
    @POST
    @Path("calls/{sid}/sound")
    @Consumes("audio/wav")
    public void speak(@PathParam("sid") String sid, @QueryParam("words") String words, InputStream wav) throws IOException {
        var bytes = wav.readNBytes(LARGEST_SOUND + 1);
        if (bytes.length > LARGEST_SOUND) {
            throw Refusal.field("sound", "may have " + LARGEST_SOUND + " bytes");
        }
        live(sid).says(words == null || words.isBlank() ? "(spoken)" : words.strip(), sound(bytes));
    }

    private static Sound sound(byte[] bytes) {
        try {
            return WaveFile.read(bytes);
        } catch (IOException e) {
            throw Refusal.field("sound", "should be a WAV file with 16-bit samples");
        }
    }

    /** Tell that a person has not finished speaking. Silence is not over. */
    @POST
    @Path("calls/{sid}/speaking")
    public void goOnSpeaking(@PathParam("sid") String sid) {
        live(sid).post(new LegEvent.Speaking());
    }

    /** Tell how far a person has heard. */
    @POST
    @Path("calls/{sid}/heard")
    @Consumes(MediaType.APPLICATION_JSON)
    public void hear(@PathParam("sid") String sid, LinesHeard heard) {
        live(sid).post(new LegEvent.HeardEnough(heard.upTo()));
    }

    /** Let a phone that rings act. 409 for the caller's end, which does not ring. */
    @POST
    @Path("calls/{sid}/phone")
    @Consumes(MediaType.APPLICATION_JSON)
    public void act(@PathParam("sid") String sid, PhoneAct act) {
        var call = live(sid);
        if (call.phone == null) {
            throw Refusal.conflict("This is the caller's end: it does not ring.");
        }
        SimulatedPhone.does(call, habit(act.does()));
    }

    /** Hang up a simulated call. 409 when it is over. */
    @POST
    @Path("calls/{sid}/hang-up")
    public void hangUp(@PathParam("sid") String sid) {
        live(sid).hangsUp();
    }

    /**
     * Tell what a phone does by itself from now on.
     *
     * @param number E.164, {@code client:…} or {@code sip:…}
     */
    @PUT
    @Path("phones/{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void accustom(@PathParam("number") String number, PhoneAct act) {
        var exchange = exchange();
        var phone = tidy(number);
        if (!phone.matches("\\+?[0-9]{3,15}|client:\\S{1,256}|sips?:\\S{1,255}")) {
            throw Refusal.field("number", "should be a number like +15551110001, client:… or sip:…");
        }
        exchange.phone(phone).habit(habit(act.does()));
        exchange.account.habit(phone, act.does());
    }

    private static PhoneHabit habit(String name) {
        return Arrays.stream(PhoneHabit.values()).filter(habit -> habit.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.field("does", "should be one of " + List.of(PhoneHabit.values())));
    }

    private static String tidy(String number) {
        return number == null ? "" : number.replaceAll("[ ().-]+(?=[0-9(+]|$)", "").strip();
    }

    private Exchange exchange() {
        if (simulator.isBesideAnAccount() && !signedIn.may(Role.SUPERVISOR)) {
            throw Refusal.forbidden("Beside a carrier account, the simulator is for supervisors and administrators.");
        }
        return simulator.exchange().orElseThrow(() -> Refusal.notFound("The simulator is switched off."));
    }

    private SimulatedCall live(String sid) {
        var call = exchange().call(sid).orElseThrow(() -> Refusal.notFound("There is no call " + sid + "."));
        if (call.isOver()) {
            throw Refusal.conflict("This call is over.");
        }
        return call;
    }
}
