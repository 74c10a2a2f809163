package callward.call;

import callward.access.Audit;
import callward.access.Deed;
import callward.access.Role;
import callward.access.SignedIn;
import callward.call.Consultations.Told;
import callward.call.TransferRefused.Reason;
import callward.flow.Answer;
import callward.flow.CallEvent;
import callward.flow.Consultation;
import callward.flow.Consultation.News;
import callward.flow.Consultation.State;
import callward.flow.Detour;
import callward.flow.Order;
import callward.flow.Question;
import callward.flow.TransferTo.ToTelephones;
import callward.flow.Verb;
import callward.phone.CallId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets whoever talks to a caller ask a colleague first, while the caller waits; then connects the two, or takes the caller back. */
@ApplicationScoped
@Transactional
class AskFirst {

    /** Where such a turn came from. */
    static final String DOOR = "ask";
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    LiveCalls calls;
    @Inject
    Turns turns;
    @Inject
    Answers answers;
    @Inject
    Consultations consultations;
    @Inject
    DeadlineRows deadlines;
    @Inject
    Talks talks;
    @Inject
    ReplyFormat format;
    @Inject
    SignedIn signedIn;
    @Inject
    Audit audit;
    @Inject
    Clock clock;

    /**
     * The caller begins to wait.
     *
     * @param call locked
     * @param what for the call's record
     */
    void begin(LiveCall call, CallEvent.Transferred how, Map<String, String> what) {
        if (!(how.to() instanceof ToTelephones phones)) {
            throw new TransferRefused(Reason.ASK_PERSON);
        }
        CallEvent event = new CallEvent.AsksFirst(how, HexFormat.of().formatHex(random()), telephones(call, phones));
        turns.play(call, event, DOOR, what, format);
        Consultation asking = Consultations.of(calls.lock(call.id()).orElseThrow()).orElseThrow();
        deadlines.await(call.id(), asking.due(how.at()));
        calls.order(call.id(), List.of(new Order.MoveLeg(how.talk().leg(), asking.askerDoor())), how.at());
    }

    private List<Verb.Target> telephones(LiveCall call, ToTelephones phones) {
        List<Verb.Target> found = answers.to(new Question.WhoCanTalk(phones.telephones(), Detour.gone(call.progress())), call.hour(clock.instant())) instanceof Answer.Targets targets ? targets.targets() : List.of();
        if (found.isEmpty()) {
            throw new TransferRefused(Reason.AGENT_NOT_FREE);
        }
        return found;
    }

    /** The colleague gets the caller. Asked for twice, it is done once. */
    void connect(CallId id) {
        LiveCall call = asking(id);
        State state = Consultations.of(call).orElseThrow().state();
        if (Set.of(State.MOVING, State.RINGING, State.HANDED).contains(state)) {
            throw new TransferRefused(Reason.NOT_ANSWERED_YET);
        }
        if (Set.of(State.RETURNING, State.RETURNED).contains(state)) {
            throw new TransferRefused(Reason.TAKEN_BACK);
        }
        Consultation now = consultations.happens(call, new News.Connect(), new Told("Connected", DOOR, Map.of("by", signedIn.getName())), format);
        if (state == State.TALKING) {
            audit.note("calls", id.sid(), call.lineName() == null ? id.sid() : call.lineName(), Deed.CHANGED, Map.of("with", now.asker().with()), Map.of("with", now.with()));
        }
    }

    /** Who has asked gets the caller back. Asked for twice, it is done once. */
    void takeBack(CallId id) {
        LiveCall call = asking(id);
        State state = Consultations.of(call).orElseThrow().state();
        if (Set.of(State.HANDED, State.CONNECTING, State.CONNECTED).contains(state)) {
            throw new TransferRefused(Reason.CONNECTED);
        }
        consultations.happens(call, new News.TakeBack(), new Told("TakenBack", DOOR, Map.of("by", signedIn.getName())), format);
    }

    private LiveCall asking(CallId id) {
        LiveCall call = calls.lock(id).orElseThrow(() -> new TransferRefused(Reason.NO_SUCH_CALL));
        Consultation asking = Consultations.of(call).filter(any -> !call.over() && Consultations.isIn(call) && any.state() != State.STAYED)
                .orElseThrow(() -> new TransferRefused(Reason.NOT_ASKING));
        boolean himself = signedIn.answerable().filter(account -> talks.isOn(asking.asker().leg(), account)).isPresent();
        if (!himself && !signedIn.may(Role.SUPERVISOR)) {
            throw new TransferRefused(Reason.NOT_YOURS);
        }
        return call;
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
