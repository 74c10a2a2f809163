package callward.call;

import callward.call.Calls.CallRow;
import callward.call.Calls.EventRow;
import callward.call.Calls.LegRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.omnifaces.util.Faces;

/** One call's record: what came in, what went out, what the caller heard, which telephones rang and which did not, and what came of it. */
@Named
@RequestScoped
public class CallView {

    private static final int SLOW_MILLIS = 1000;
    private static final Set<String> HOUSE = Set.of("RecordingReady", "RecordingAbsent", "Transcribed");
    private static final List<String> SHOWN = List.of("caller", "legs", "house", "odd");

    /**
     * Something that happened, as the page tells it; of event and other, one is null.
     *
     * @param order    by which it stands among the others: the carrier's own clock counts whole seconds only
     * @param group    {@code caller}, {@code legs} or {@code house}
     * @param detail   the keys pressed, the words spoken, the telephone; or empty
     * @param legState how far the telephone has come, null when it is about none
     * @param odd      went wrong, came late or twice, or took long
     */
    public record Moment(Instant order, String after, String group, String detail, String legState, boolean odd, EventRow event,
                         Map<String, String> request, String reply, Testimony other) { }

    /**
     * A telephone's time, drawn: percentages of the whole call.
     *
     * @param rang   how long it rang; @param talked how long somebody talked on it, empty when nobody did
     */
    public record Bar(LegRow leg, String began, String rang, String talked, String ringing, String talking) { }

    @Inject
    CallRecords records;

    private CallRecord found;
    private List<Moment> story = List.of();
    private List<Moment> all = List.of();
    private String shown;

    public void load() {
        Optional<CallRecord> known = Optional.ofNullable(Faces.getRequestParameter("id")).flatMap(records::find);
        if (known.isEmpty()) {
            Faces.responseSendError(404, "no such call");
            return;
        }
        found = known.get();
        shown = SHOWN.stream().filter(one -> one.equals(Faces.getRequestParameter("show"))).findFirst().orElse("all");
        all = moments();
        story = all.stream().filter(moment -> shown.equals("all") || shown.equals("odd") && moment.odd() || shown.equals(moment.group())).toList();
    }

    public CallRow getCall() {
        return found == null ? null : found.call();
    }

    public CallRecord getFound() {
        return found;
    }

    public List<Moment> getStory() {
        return story;
    }

    /** How many there are when nothing is left out. */
    public int getEverything() {
        return all.size();
    }

    public long getOdd() {
        return all.stream().filter(Moment::odd).count();
    }

    public String getShown() {
        return shown;
    }

    public List<String> getFilters() {
        return List.of("all", "caller", "legs", "house", "odd");
    }

    public boolean isLive() {
        return "LIVE".equals(found.call().state());
    }

    /** The message's sound, and whatever else can be played. */
    public List<Testimony> getSounds() {
        return found.others().stream().filter(other -> other.sound() != null).toList();
    }

    /** The slowest answer that the caller waited for. */
    public long getSlowest() {
        return Math.round(found.events().stream().filter(event -> event.turn() != null).mapToDouble(EventRow::millis).max().orElse(0));
    }

    /** The steps that a turn entered. */
    public List<Station> stations(EventRow turn) {
        return turn.inside().steps().stream().map(step -> Station.of(step, found.events())).toList();
    }

    public List<Bar> getBars() {
        return found.legs().stream().map(this::bar).toList();
    }

    private Bar bar(LegRow leg) {
        Instant ended = leg.endedAt() != null ? leg.endedAt() : end();
        Instant picked = leg.talks() ? leg.answeredAt() : ended;
        String talked = leg.talks() ? length(picked, ended) : "";
        return new Bar(leg, length(found.call().startedAt(), leg.startedAt()), length(leg.startedAt(), picked), talked,
                span(leg.startedAt(), picked), leg.talks() ? span(picked, ended) : null);
    }

    private Instant end() {
        return found.call().endedAt() != null ? found.call().endedAt() : found.readAt();
    }

    private String span(Instant from, Instant to) {
        double whole = Math.max(1, Duration.between(found.call().startedAt(), end()).toMillis());
        double left = Math.clamp(Duration.between(found.call().startedAt(), from).toMillis() * 100 / whole, 0, 100);
        double width = Math.clamp(Duration.between(from, to).toMillis() * 100 / whole, .5, 100);
        return String.format(Locale.ROOT, "left: %.2f%%; width: %.2f%%", Math.min(left, 99.5), Math.min(width, 100 - Math.min(left, 99.5)));
    }

    private static String length(Instant from, Instant to) {
        return CallTexts.clock(Math.max(0, Duration.between(from, to).toSeconds()));
    }

    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        Instant order = found.call().startedAt();
        for (EventRow event : found.events()) {
            order = event.at().isAfter(order) ? event.at() : order;
            moments.add(moment(event, order));
        }
        found.others().forEach(other -> moments.add(new Moment(other.at(), after(other.at()), "house", other.about(), null, other.problem() != null,
                null, other.facts(), null, other)));
        moments.sort(Comparator.comparing(Moment::order));
        return moments;
    }

    private Moment moment(EventRow event, Instant order) {
        boolean ofLeg = event.kind().equals("LegMoved");
        LegState state = ofLeg ? LegState.of(event.request().getOrDefault("status", "")) : null;
        boolean odd = event.ignored() != null || state == LegState.FAILED || event.kind().equals("RecordingAbsent")
                || event.turn() != null && event.millis() >= SLOW_MILLIS;
        return new Moment(order, after(event.at()), event.kind().startsWith("Leg") ? "legs" : HOUSE.contains(event.kind()) ? "house" : "caller", detail(event),
                state == null ? null : shown(event, state), odd, event, new TreeMap<>(event.request()), PrettyXml.of(event.reply()), null);
    }

    /** A telephone whose question nobody answered has completed, too. */
    private String shown(EventRow event, LegState state) {
        return state != LegState.COMPLETED ? state.name() : found.legs().stream().filter(leg -> leg.id().equals(event.request().get("leg")))
                .filter(leg -> leg.answer() != null && !leg.talks()).map(LegRow::answer).findFirst().orElse(state.name());
    }

    /** Minutes, seconds and thousandths since the call began. */
    private String after(Instant at) {
        Duration gone = Duration.between(found.call().startedAt(), at);
        long millis = Math.max(0, gone.toMillis());
        return String.format(Locale.ROOT, "%d:%02d.%03d", millis / 60_000, millis / 1000 % 60, millis % 1000);
    }

    private String detail(EventRow event) {
        return switch (event.kind()) {
            case "Entered" -> event.request().getOrDefault("Digits", "");
            case "Spoke" -> event.request().getOrDefault("SpeechResult", "");
            case "Transferred", "AsksFirst" -> event.request().getOrDefault("from", "") + " → " + event.request().getOrDefault("to", "");
            case "Transcribed" -> event.request().getOrDefault("text", "");
            case "LegMoved" -> found.legs().stream().filter(leg -> leg.id().equals(event.request().get("leg"))).map(LegRow::label).findFirst().orElse("");
            case String ofLeg when ofLeg.startsWith("Leg") || ofLeg.startsWith("Asker") || ofLeg.startsWith("Adviser") -> found.legs().stream().filter(leg -> leg.id().equals(event.request().get("CallSid")))
                    .map(LegRow::label).findFirst().orElse("");
            default -> "";
        };
    }
}
