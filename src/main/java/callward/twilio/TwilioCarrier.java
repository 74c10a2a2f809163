package callward.twilio;

import callward.carrier.Carrier;
import callward.carrier.CarrierRefused;
import callward.phone.CallId;
import callward.phone.Destination;
import callward.phone.PhoneNumber;
import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.Endpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls, by Twilio's REST API. */
@ApplicationScoped
public class TwilioCarrier implements Carrier {

    private static final Set<Call.Status> OVER = Set.of(Call.Status.COMPLETED, Call.Status.BUSY, Call.Status.FAILED, Call.Status.NO_ANSWER,
            Call.Status.CANCELED);
    private static final int MOST_LEGS = 100;
    private static final int MOST_PLACED = 20;
    private static final List<String> PROGRESS = List.of("initiated", "ringing", "answered", "completed");

    @Inject
    TwilioAccount account;
    @Inject
    OurUrls urls;

    @Override
    public CallId place(String ofAccount, PhoneNumber from, Destination to, URI script, URI news, int ringSeconds) {
        return new CallId(account.create(ofAccount, client -> Call.creator(endpoint(to), endpoint(from), script).setMethod(HttpMethod.POST)
                .setFallbackUrl(urls.fallback()).setFallbackMethod(HttpMethod.POST)
                .setStatusCallback(news).setStatusCallbackMethod(HttpMethod.POST).setStatusCallbackEvent(PROGRESS)
                .setTimeout(ringSeconds).create(client)).getSid());
    }

    /** A call that waits or rings has no start time to ask for: when it was made is compared here. */
    @Override
    public List<CarrierCall> placed(String ofAccount, PhoneNumber from, Destination to, Instant since) {
        List<CarrierCall> found = new ArrayList<>();
        account.ask(ofAccount, client -> Call.reader().setFrom(new com.twilio.type.PhoneNumber(from.e164()))
                .setTo(new com.twilio.type.PhoneNumber(to.address())).pageSize(MOST_PLACED).limit(MOST_PLACED).read(client)).forEach(call -> {
            boolean isOurs = call.getParentCallSid() == null && call.getDateCreated() != null && !call.getDateCreated().toInstant().isBefore(since);
            if (isOurs) {
                found.add(seen(new CallId(call.getSid()), call));
            }
        });
        return found;
    }

    private static Endpoint endpoint(Destination place) {
        return new com.twilio.type.PhoneNumber(place.address());
    }

    /** A leg of a Dial has no fallback of its own. Once more does no harm; but whether it was perhaps done is worth knowing. */
    @Override
    public void redirect(String ofAccount, CallId call, URI script) {
        account.create(ofAccount, client -> Call.updater(call.sid()).setUrl(script).setMethod(HttpMethod.POST)
                .setFallbackUrl(urls.fallback()).setFallbackMethod(HttpMethod.POST).update(client));
    }

    /** Completed, never canceled: a telephone that rings inside a Dial counts as in progress, and canceled would not end it. */
    @Override
    public void end(String ofAccount, CallId call) {
        account.settle(ofAccount, TwilioCodes.CALL_IS_OVER, client -> Call.updater(call.sid()).setStatus(Call.UpdateStatus.COMPLETED).update(client));
    }

    @Override
    public Optional<CarrierCall> look(String ofAccount, CallId call) {
        try {
            Call found = account.ask(ofAccount, client -> Call.fetcher(call.sid()).fetch(client));
            return Optional.of(seen(call, found));
        } catch (CarrierRefused refused) {
            if (refused.code() == TwilioCodes.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public List<CarrierCall> legs(String ofAccount, CallId call) {
        List<CarrierCall> legs = new ArrayList<>();
        account.ask(ofAccount, client -> Call.reader().setParentCallSid(call.sid()).pageSize(MOST_LEGS).limit(MOST_LEGS).read(client))
                .forEach(leg -> legs.add(seen(new CallId(leg.getSid()), leg)));
        return legs;
    }

    private static CarrierCall seen(CallId call, Call found) {
        return new CarrierCall(call, found.getStatus() == null ? "" : found.getStatus().toString(),
                found.getStatus() != null && OVER.contains(found.getStatus()), seconds(found.getDuration()));
    }

    @Override
    public AccountState account() {
        Account found = account.ask(client -> Account.fetcher(account.current().sid()).fetch(client));
        return new AccountState(found.getSid(), found.getFriendlyName(), found.getStatus() == null ? "" : found.getStatus().toString(),
                found.getType() == Account.Type.TRIAL);
    }

    private static int seconds(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
