package callward.carrier;

import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls at the carrier. Every method may throw {@link CarrierRefused} or {@link CarrierUnreachable}. */
public interface Carrier {

    /**
     * Starts a call that asks {@code script} what to do once it is answered.
     *
     * @param account SID of the account it is placed in, null for today's
     * @param news    where the carrier tells how far it has come
     */
    CallId place(String account, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds);

    /** Calls between the two that were placed since then, the latest first: whether one was that we have no answer for. */
    List<CarrierCall> placed(String account, PhoneNumber from, Destination to, Instant since);

    /** Lets a live call ask {@code script} what to do now. @param account SID of the account that the call belongs to, null for today's */
    void redirect(String account, CallId call, URI script);

    /** Ends a call or a leg, ringing or answered; one that is over already stays so without an error. */
    void end(String account, CallId call);

    /** What the carrier says of a call, or nothing when it does not know it. */
    Optional<CarrierCall> look(String account, CallId call);

    /** The telephones that were rung for a call, also those that ring no more; at most 100. */
    List<CarrierCall> legs(String account, CallId call);

    /** Whether the carrier can be reached with our credentials. Throws as above when not. */
    AccountState account();

    /** @param status the carrier's word; @param over whether that word means the end; @param seconds length, 0 while unknown */
    record CarrierCall(CallId id, String status, boolean over, int seconds) { }

    /** @param trial a trial account: verified numbers only */
    record AccountState(String sid, String name, String status, boolean trial) { }
}
