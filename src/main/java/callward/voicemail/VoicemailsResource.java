package callward.voicemail;

import callward.access.Role;
import callward.access.SignedIn;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.recording.Recording;
import callward.recording.Recordings;
import callward.recording.SoundStore;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/** Messages callers left: those nobody has heard first, each newest first. */
@ApiResource
@Path("voicemails")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class VoicemailsResource {

    /**
     * @param id           names it in this API
     * @param call         SID of the call it was left in
     * @param recording    SID of its recording
     * @param mailbox      key of the mailbox, null when it has been taken away
     * @param caller       E.164, or what the carrier sent instead
     * @param customerName who left it; null when he is unknown
     * @param ticketNumber the ticket he named; null when he named none
     * @param seconds      how long it is; null while nobody has measured it
     * @param audio        whether the sound is kept here: {@code GET voicemails/{id}/audio}
     * @param problem      why its sound is not kept yet; null when nothing is in the way
     * @param transcript   what was said, in writing; null while nobody has written it down
     * @param leftAt       when it was left
     * @param heardAt      when it was marked as heard; null while it is new
     * @param heardBy      user name of who has heard it; null while it is new
     */
    public record VoicemailRow(long id, String call, String recording, String mailbox, String caller, String customerName, String ticketNumber,
                        Integer seconds, boolean audio, String problem, String transcript, Instant leftAt, Instant heardAt, String heardBy) { }

    /** @param text null while, or because, nobody has written it down */
    public record VoicemailTranscript(String text) { }

    @Inject
    Voicemails voicemails;
    @Inject
    Recordings recordings;
    @Inject
    SoundStore store;
    @Inject
    SignedIn signedIn;

    /** List the messages callers left. Those nobody has heard first, each newest first. */
    @GET
    public Page<VoicemailRow> list(@BeanParam Paging paging) {
        return new Page<>(voicemails.page(paging.page(), paging.size()).stream().map(this::shown).toList(), voicemails.count(), paging.page(),
                paging.size());
    }

    /**
     * Read a message.
     *
     * @param id of the message
     */
    @GET
    @Path("{id}")
    public VoicemailRow one(@PathParam("id") long id) {
        return shown(voicemails.find(id).orElseThrow(() -> missing(id)));
    }

    /** Fetch the sound of a message. 404 while it is not kept here. */
    @GET
    @Path("{id}/audio")
    @Produces({"audio/wav", MediaType.APPLICATION_JSON})
    public Response audio(@PathParam("id") long id) {
        Voicemail message = voicemails.find(id).orElseThrow(() -> missing(id));
        Recording sound = recordings.find(message.getRecordingId()).filter(store::has)
                .orElseThrow(() -> Refusal.notFound("The sound of message " + id + " is not here (yet)."));
        StreamingOutput file = out -> Files.copy(store.at(sound.file().orElseThrow()), out);
        return Response.ok(file, sound.contentType()).header(HttpHeaders.CONTENT_LENGTH, sound.bytes())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache").header("X-Content-Type-Options", "nosniff").build();
    }

    /** Read the transcript of a message. */
    @GET
    @Path("{id}/transcript")
    public VoicemailTranscript transcript(@PathParam("id") long id) {
        return new VoicemailTranscript(voicemails.transcript(voicemails.find(id).orElseThrow(() -> missing(id))).orElse(null));
    }

    /** Mark a message as heard. */
    @PUT
    @Path("{id}/heard")
    public VoicemailRow hear(@PathParam("id") long id) {
        return shown(voicemails.heard(id, signedIn.by()).orElseThrow(() -> missing(id)));
    }

    /** Mark a message as new again. */
    @DELETE
    @Path("{id}/heard")
    public VoicemailRow unhear(@PathParam("id") long id) {
        return shown(voicemails.unheard(id).orElseThrow(() -> missing(id)));
    }

    private VoicemailRow shown(Voicemail message) {
        Optional<Recording> sound = recordings.find(message.getRecordingId());
        return new VoicemailRow(message.getId(), message.getCallId(), message.getRecordingId(),
                message.getMailbox() == null ? null : message.getMailbox().getKey(), message.getCaller(), message.getCustomerName(),
                message.getTicketNumber(), message.getSeconds(), sound.filter(Recording::kept).isPresent(), sound.flatMap(Recording::problem).orElse(null),
                voicemails.transcript(message).orElse(null), message.getLeftAt(), message.getHeardAt(), message.getHeardBy());
    }

    private static Refusal missing(long id) {
        return Refusal.notFound("There is no message " + id + ".");
    }
}
