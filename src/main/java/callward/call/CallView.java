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

    /** Something that came in, as the page tells it. */
    public record Moment(EventRow event, Map<String, String> request, String reply, String after) { }

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
        story = calls.events(call.id()).stream().map(this::moment).toList();
        legs = calls.legs(call.id());
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
        return new Moment(event, new TreeMap<>(event.request()), PrettyXml.of(event.reply()), CallTexts.clock(Math.max(0, after.toSeconds())));
    }
}
