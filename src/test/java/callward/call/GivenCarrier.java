package callward.call;

import callward.carrier.Carrier;
import callward.carrier.CarrierUnreachable;
import callward.carrier.Tapes;
import callward.carrier.Texts;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A carrier at which calls go on until a test says otherwise, and that remembers what it was asked to do. */
class GivenCarrier implements Carrier, Tapes, Texts {

    final List<String> done = Collections.synchronizedList(new ArrayList<>());
    final List<Tape> tapes = new ArrayList<>();
    /** What every question is answered with, or null. */
    volatile CarrierUnreachable unreachable;
    private final List<CarrierCall> legs = new ArrayList<>();
    private volatile boolean over;

    void over() {
        over = true;
    }

    void leg(String sid, String status, int seconds) {
        legs.add(new CarrierCall(new CallId(sid), status, LegState.of(status).over(), seconds));
    }

    @Override
    public void redirect(String account, CallId call, URI script) {
        answers();
        done.add("redirect " + call + " " + script);
    }

    @Override
    public void end(String account, CallId call) {
        answers();
        done.add("end " + call);
    }

    @Override
    public Optional<CarrierCall> look(String account, CallId call) {
        answers();
        return Optional.of(new CarrierCall(call, over ? "completed" : "in-progress", over, 1));
    }

    @Override
    public List<CarrierCall> legs(String account, CallId call) {
        answers();
        return List.copyOf(legs);
    }

    @Override
    public List<Tape> of(String account, CallId call) {
        answers();
        return List.copyOf(tapes);
    }

    private void answers() {
        if (unreachable != null) {
            throw unreachable;
        }
    }

    @Override
    public CallId place(String account, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds) {
        throw new AssertionError("nobody calls out");
    }

    @Override
    public List<CarrierCall> placed(String account, PhoneNumber from, Destination to, Instant since) {
        throw new AssertionError("nobody calls out");
    }

    @Override
    public AccountState account() {
        throw new AssertionError("nobody asks");
    }

    @Override
    public String send(String account, PhoneNumber from, PhoneNumber to, String body) {
        throw new AssertionError("nobody texts");
    }

    @Override
    public void fetch(String account, String recordingUrl, Reader reader) {
        throw new AssertionError("nobody fetches");
    }

    @Override
    public void delete(String account, String recording) {
        throw new AssertionError("nobody deletes");
    }
}
