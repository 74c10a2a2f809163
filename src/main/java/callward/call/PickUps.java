package callward.call;

import callward.agent.Devices;
import callward.agent.Ringable;
import callward.call.AskedLegs.Asked;
import callward.flow.Accept;
import callward.flow.Offer;
import callward.flow.Whisper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Asks whoever picks up a telephone whether he takes the call. That he does stands in the database before he is put through; the same
 * request again gets the same answer, and one that comes when the call has moved on puts nobody through.
 */
@ApplicationScoped
@Transactional
public class PickUps {

    private static final Logger LOG = System.getLogger(PickUps.class.getName());

    /** What is said, and under which name it stands in the record. */
    private record Said(String kind, Whisper whisper) { }

    @Inject
    LiveCalls calls;
    @Inject
    Turns turns;
    @Inject
    AskedLegs legs;
    @Inject
    Devices devices;
    @Inject
    Event<Object> house;

    /** He has picked up. */
    public String offered(PickUp pickUp, WhisperFormat format) {
        return answer(pickUp, null, 0, format);
    }

    /**
     * He has pressed a key.
     *
     * @param tried how often he has been asked
     */
    public String keyed(PickUp pickUp, String key, int tried, WhisperFormat format) {
        return answer(pickUp, key, tried, format);
    }

    /** @param key null when he was not asked yet */
    private String answer(PickUp pickUp, String key, int tried, WhisperFormat format) {
        long began = System.nanoTime();
        LiveCall call = calls.lock(pickUp.call()).orElseThrow(() -> new Switchboard.UnknownCall(pickUp.call()));
        String label = devices.targets(List.of(pickUp.deviceKey())).stream().map(Ringable::label).findFirst().orElse(pickUp.address());
        Asked asked = legs.pickedUp(pickUp, label);
        Offer offer = Offer.of(turns.stepsOf(call), call.progress());
        Said said = tooLate(call, pickUp, asked, offer).orElseGet(() -> key == null ? new Said("LegAsked", offer.question()) : keyed(pickUp, key, tried, offer));
        String reply = format.write(said.whisper(), tried + 1);
        LOG.log(Level.INFO, "call={0} leg={1} {2}", pickUp.call(), pickUp.leg(), said.kind());
        legs.told(pickUp, said.kind(), reply, pickUp.at(), (System.nanoTime() - began) / 1e6);
        house.fire(new CallNoted(pickUp.call()));
        return reply;
    }

    private static Optional<Said> tooLate(LiveCall call, PickUp pickUp, Asked asked, Offer offer) {
        if (asked.accepted()) {
            return Optional.of(new Said("LegAccepted", new Whisper.Connect()));
        }
        if (asked.declined()) {
            return Optional.of(new Said("LegDeclined", offer.farewell()));
        }
        if (call.over() || call.progress().over() || call.turn() != pickUp.turn()) {
            return Optional.of(new Said("LegTooLate", offer.callerGone()));
        }
        return asked.taken() ? Optional.of(new Said("LegTooLate", offer.taken())) : Optional.empty();
    }

    private Said keyed(PickUp pickUp, String key, int tried, Offer offer) {
        return switch (offer.accept().said(key)) {
            case TAKES -> {
                legs.accepted(pickUp);
                yield new Said("LegAccepted", new Whisper.Connect());
            }
            case DECLINES -> {
                legs.declined(pickUp);
                yield new Said("LegDeclined", offer.farewell());
            }
            case WRONG -> new Said("LegWrongKey", tried < Accept.TRIES ? offer.again() : offer.farewell());
            case SILENT -> new Said("LegSilent", offer.farewell());
        };
    }
}
