package callward.call;

import callward.carrier.CarrierRefused;
import callward.carrier.CarrierUnreachable;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A carrier that rings whom it is told to, and can do so without saying it. */
class CallingCarrier extends GivenCarrier {

    private record Made(CallId id, String from, String to, Instant at) { }

    final List<Made> made = new ArrayList<>();
    private final Supplier<Instant> now;
    private RuntimeException trouble;
    private boolean silentlyDone;
    private boolean slowList;

    CallingCarrier(Supplier<Instant> now) {
        this.now = now;
    }

    /** The next call is refused, or cannot be asked for. */
    void troubled(RuntimeException by) {
        trouble = by;
    }

    /** The next call is made, and the answer gets lost. */
    void answerGetsLost() {
        silentlyDone = true;
    }

    void listIsSlow(boolean slow) {
        slowList = slow;
    }

    /** It rings, and nobody knows. */
    void made(String to, String from) {
        made.add(new Made(new CallId("CAplaced" + (made.size() + 1)), from, to, now.get()));
    }

    int rung() {
        return made.size();
    }

    @Override
    public CallId place(String account, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds) {
        done.add("place " + account + " " + from + " " + to.address() + " " + script + " " + news + " " + ringSeconds);
        RuntimeException problem = trouble;
        trouble = null;
        if (problem != null) {
            throw problem;
        }
        CallId id = new CallId("CAplaced" + (made.size() + 1));
        made.add(new Made(id, from.e164(), to.address(), now.get()));
        rings(id);
        if (silentlyDone) {
            silentlyDone = false;
            throw new CarrierUnreachable("read timed out", true, null);
        }
        return id;
    }

    /** It begins to ring. */
    void rings(CallId id) { }

    @Override
    public List<CarrierCall> placed(String account, PhoneNumber from, Destination to, Instant since) {
        return slowList ? List.of() : made.stream().filter(one -> one.from().equals(from.e164()) && one.to().equals(to.address()) && !one.at().isBefore(since))
                .map(one -> new CarrierCall(one.id(), "ringing", false, 0)).toList().reversed();
    }

    static CarrierRefused refused(int code) {
        return new CarrierRefused(code, "no");
    }

    static CarrierUnreachable busy() {
        return new CarrierUnreachable("status 429", false, null);
    }
}
