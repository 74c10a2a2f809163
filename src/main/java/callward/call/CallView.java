package callward.call;

import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.call.Calls.LegRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omnifaces.util.Faces;

/** One call's story: what came in, what went out, how long it took, and which telephones rang. */
@Named
@RequestScoped
public class CallView {

    /**
     * Something that came in, as the page tells it.
     *
     * @param detail   the keys pressed, the words spoken, the telephone; or empty
     * @param legState how far the telephone has come, null when it is about none
     */
    public record Moment(EventRow event, String detail, String legState, Map<String, String> request, String reply, String after) { }

    @Inject
    Calls calls;

    private CallRow call;
    private List<Moment> story = List.of();
    private List<LegRow> legs = List.of();
    private Map<String, String> facts = Map.of();

    public void load() {
        Optional<CallRow> found = Optional.ofNullable(Faces.getRequestParameter("id")).flatMap(calls::find);
        if (found.isEmpty()) {
            Faces.responseSendError(404, "no such call");
            return;
        }
        call = found.get();
        legs = calls.legs(call.id());
        story = calls.events(call.id()).stream().map(this::moment).toList();
        facts = new TreeMap<>(calls.facts(call.id()));
    }

    public CallRow getCall() {
        return call;
    }

    public List<Moment> getStory() {
        return story;
    }

    public List<LegRow> getLegs() {
        return legs;
    }

    public Map<String, String> getFacts() {
        return facts;
    }

    /** The slowest answer that the caller waited for. */
    public long getSlowest() {
        return Math.round(story.stream().filter(moment -> moment.event().turn() != null).mapToDouble(moment -> moment.event().millis())
                .max().orElse(0));
    }

    private Moment moment(EventRow event) {
        Duration after = Duration.between(call.startedAt(), event.at());
        String legState = event.kind().equals("LegMoved") ? LegState.of(event.request().getOrDefault("status", "")).name() : null;
        return new Moment(event, detail(event), legState, new TreeMap<>(event.request()), PrettyXml.of(event.reply()),
                CallTexts.clock(Math.max(0, after.toSeconds())));
    }

    private String detail(EventRow event) {
        return switch (event.kind()) {
            case "Entered" -> event.request().getOrDefault("Digits", "");
            case "Spoke" -> event.request().getOrDefault("SpeechResult", "");
            case "Transcribed" -> event.request().getOrDefault("text", "");
            case "LegMoved" -> legs.stream().filter(leg -> leg.id().equals(event.request().get("leg"))).map(LegRow::label).findFirst().orElse("");
            default -> "";
        };
    }
}
