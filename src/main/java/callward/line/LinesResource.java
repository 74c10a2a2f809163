package callward.line;

import callward.access.Role;
import callward.api.Allowed;
import callward.api.ApiResource;
import callward.api.Created;
import callward.api.Page;
import callward.api.Paging;
import callward.api.Refusal;
import callward.carrier.NumberShop.Difference;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** The numbers we rent, and where each leads. */
@ApiResource
@Path("lines")
@Produces(MediaType.APPLICATION_JSON)
@Allowed(Role.AGENT)
public class LinesResource {

    /**
     * @param id       names it in this API
     * @param number   E.164
     * @param name     what callers hear and the carrier shows
     * @param script   name of the script that calls walk through; null when the line leads nowhere yet
     * @param scriptId its id; null when the line leads nowhere yet
     * @param fallback where a caller is sent when everything else fails; null for nowhere
     * @param forward  the line's own address to forward to, {@code {{line.forward}}} in scripts; null for none
     * @param language of spoken texts, {@code en-US}; null for the company's
     * @param voice    the carrier's name of a voice, {@code Polly.Joanna}; null for its usual one
     * @param callLimitSeconds how long a caller may be in a call without a talk or a message, 60 to 14400; null: as the company's setting says
     * @param pointed  whether the carrier has confirmed that the number leads to us
     * @param wanted   whether the carrier still has to be asked
     * @param problem  what the carrier said when it last refused, and what to do; null when all is well
     */
    public record LineShown(long id, String number, String name, String script, Long scriptId, String fallback, String forward, String language,
                            String voice, Integer callLimitSeconds, boolean pointed, boolean wanted, Trouble problem) { }

    /**
     * @param kind           whose it is: the set-up's, the number's, or nobody's: it passes
     * @param code           the carrier's number for it; 0 when it gave none
     * @param detail         what it is, and what to do
     * @param carrierMessage the carrier's own words; null when it had none
     */
    public record Trouble(CarrierTrouble.Kind kind, int code, String detail, String carrierMessage) { }

    /**
     * A new line.
     *
     * @param number   with + and the country code, or as the company's country writes it; cannot be changed later
     * @param name     at most 64 characters: callers hear it, the carrier shows it
     * @param script   id of a published script
     * @param fallback where a caller is sent when everything else fails: a number, {@code sip:…} or {@code client:…}; null for nowhere
     * @param forward  the line's own address to forward to, which scripts call {@code {{line.forward}}}; null for none
     * @param language of spoken texts, {@code en-US}; null for the company's
     * @param voice    the carrier's name of a voice, {@code Polly.Joanna}; null for its usual one
     * @param callLimitSeconds how long a caller may be in a call without a talk or a message, 60 to 14400; null: as the company's setting says
     * @param rent     true (false when left out): the carrier rents the number where the account does not have it yet, and that costs money
     */
    public record NewLine(String number, String name, Long script, String fallback, String forward, String language, String voice,
                          Integer callLimitSeconds, Boolean rent) {

        LineText text() {
            return new LineText(number, name, script, fallback, forward, language, voice, callLimitSeconds);
        }
    }

    /**
     * @param found       whether the account has the number
     * @param leadsTo     where its calls go now; empty for nowhere
     * @param differences empty when all is as it should be
     */
    public record AtCarrier(boolean found, String leadsTo, List<Difference> differences) { }

    @Inject
    Lines lines;
    @Inject
    KeepLine keep;
    @Inject
    CarrierNumbers numbers;
    @Inject
    PointLines point;

    /** List the lines. */
    @GET
    public Page<LineShown> list(@BeanParam Paging paging) {
        return Page.of(lines.all().stream().map(LinesResource::shown).toList(), paging);
    }

    /**
     * Read a line.
     *
     * @param id of the line
     */
    @GET
    @Path("{id: \\d{1,18}}")
    public LineShown one(@PathParam("id") long id) {
        return shown(known(id));
    }

    /** Make a line. The carrier is asked at once, and again until it is done: see {@code problem} while it is not. */
    @POST
    @Created
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Role.ADMIN)
    public LineShown add(NewLine line) {
        long id = keep.add(line.text(), Boolean.TRUE.equals(line.rent())).getId();
        point.look();
        return shown(known(id));
    }

    /** Change a line. The number stays as it is. */
    @PUT
    @Path("{id: \\d{1,18}}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Allowed(Role.ADMIN)
    public LineShown change(@PathParam("id") long id, LineText text) {
        keep.change(id, text);
        return shown(known(id));
    }

    /** Take a line away. The number stays at the carrier. */
    @DELETE
    @Path("{id: \\d{1,18}}")
    @Allowed(Role.ADMIN)
    public void delete(@PathParam("id") long id) {
        keep.remove(id);
    }

    /** Ask the carrier what it has for a line's number. */
    @GET
    @Path("{id: \\d{1,18}}/carrier")
    @Allowed(Role.SUPERVISOR)
    public AtCarrier carrier(@PathParam("id") long id) {
        return numbers.look(known(id)).map(number -> new AtCarrier(true, number.leadsTo(), number.differences()))
                .orElseGet(() -> new AtCarrier(false, "", List.of()));
    }

    /** Set everything of a line's number at the carrier to ours. Reads it back. */
    @POST
    @Path("{id: \\d{1,18}}/repair")
    @Allowed(Role.ADMIN)
    public AtCarrier repair(@PathParam("id") long id) {
        keep.repair(id);
        point.look();
        return carrier(id);
    }

    private Line known(long id) {
        return lines.find(id).orElseThrow(() -> Refusal.notFound("There is no line " + id + "."));
    }

    private static LineShown shown(Line line) {
        return new LineShown(line.getId(), line.getNumber(), line.getName(), Optional.ofNullable(line.getScript()).map(s -> s.getName()).orElse(null),
                Optional.ofNullable(line.getScript()).map(s -> s.getId()).orElse(null), line.getFallback(), line.getForward(), line.getLanguage(),
                line.getVoice(), line.getCallLimitSeconds(), line.getCarrierSid() != null, line.isWanted(), trouble(line.getTrouble()));
    }

    private static Trouble trouble(CarrierTrouble trouble) {
        return trouble == null ? null : new Trouble(trouble.kind(), trouble.code(), trouble.saying().inEnglish(), trouble.message());
    }
}
